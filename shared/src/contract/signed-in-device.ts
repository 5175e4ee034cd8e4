import { endpoint } from './endpoint.ts'
import type { Platform } from './session.ts'

/** A device on which the caller is signed in. Instants are ISO 8601. */
export interface SignedInDevice {
  /** Names the session and opens nothing. */
  id: string
  platform: Platform
  /** What the device said of itself, such as `iPhone 15 Pro`. */
  model: string | null
  createdAt: string
  /** Written at most hourly. */
  lastSeenAt: string
  /** The device that asks. */
  current: boolean
}

export interface SignedInDeviceList {
  /** The one last seen first. */
  sessions: SignedInDevice[]
}

export const listSessions = endpoint<void, SignedInDeviceList>('listSessions', 'GET', '/v1/sessions')
/** Signs one of the caller's devices out. Another person's is as unknown as one that is not there. */
export const endSession = endpoint<void, void>('endSession', 'DELETE', '/v1/sessions/:id')
