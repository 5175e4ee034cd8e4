import { endpoint } from './endpoint.ts'
import type { Platform } from './session.ts'
import type { UserInfo } from './user-info.ts'

/** The person's identity on a platform, masked: enough to recognise, too little to use. */
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
  /** The entry that led to it, such as `scan`. */
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

/** Another account that was merged into this one. */
export interface ExportedJoin {
  cause: string
  joinedAt: string
}

/** Everything stored about a person. Instants are ISO 8601. */
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

/** Requires a recent login: fails with `session.fresh_login_required` otherwise. */
export const exportUserInfo = endpoint<void, UserExport>('exportUserInfo', 'GET', '/v1/userinfo/export')
/**
 * Erases the account and all its data. Requires a recent login. Every session ends at once; a later login creates a new
 * person.
 */
export const deleteUserInfo = endpoint<void, void>('deleteUserInfo', 'DELETE', '/v1/userinfo')
