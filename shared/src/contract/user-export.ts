import { endpoint } from './endpoint.ts'
import type { Platform } from './session.ts'
import type { UserInfo } from './user-info.ts'

/** How a platform knows the person: enough to recognise, too little to use. */
export interface ExportedIdentity {
  platform: Platform
  appId: string
  subjectMasked: string
  unionSubjectMasked: string | null
  createdAt: string
}

export interface ExportedConsent {
  id: string
  version: string
  agreedAt: string
  screen: string | null
  /** `null` while in force. */
  withdrawnAt: string | null
}

export interface ExportedDevice {
  platform: Platform
  model: string | null
  createdAt: string
  lastSeenAt: string
}

export interface ExportedRide {
  id: string
  trailId: string
  deviceId: string
  /** What led to it: `scan` and the like. */
  entryKind: string
  /** The day it counts for, `YYYY-MM-DD`. */
  day: string
  startedAt: string
  finishedAt: string | null
  movingSeconds: number
  distanceMeters: number
  workJoules: number
}

export interface ExportedStanding {
  /** `*` stands for all trails together. */
  trailId: string
  period: string
  distanceMeters: number
}

/** What the platform counted. */
export interface ExportedSteps {
  day: string
  steps: number
}

export interface ExportedScan {
  deviceId: string
  expiresAt: string
}

/** Another account that became part of this one. */
export interface ExportedJoin {
  cause: string
  joinedAt: string
}

/** All that is stored about a person. Instants are ISO 8601. */
export interface UserExport {
  exportedAt: string
  user: UserInfo
  registration: { registeredAt: string; entryKind: string | null } | null
  identities: ExportedIdentity[]
  consents: ExportedConsent[]
  devices: ExportedDevice[]
  rides: ExportedRide[]
  standings: ExportedStanding[]
  steps: ExportedSteps[]
  scans: ExportedScan[]
  joins: ExportedJoin[]
}

/** After a login of late: fails with `session.fresh_login_required` otherwise. */
export const exportUserInfo = endpoint<void, UserExport>('exportUserInfo', 'GET', '/v1/userinfo/export')
/**
 * Erases the account and all that hangs on it, after a login of late. Every session ends at once; whoever logs in
 * afterwards is somebody new.
 */
export const deleteUserInfo = endpoint<void, void>('deleteUserInfo', 'DELETE', '/v1/userinfo')
