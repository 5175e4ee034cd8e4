import { endpoint } from './endpoint.ts'
import type { Platform } from './session.ts'

/** A device on which the caller is signed in. Instants are ISO 8601. */
export interface SignedInDevice {
  /** Identifies the session; not a credential. */
  id: string
  platform: Platform
  /** The device's own description, such as `iPhone 15 Pro`. */
  model: string | null
  createdAt: string
  /** Written at most hourly. */
  lastSeenAt: string
  /** The calling device. */
  current: boolean
}

export interface SignedInDeviceList {
  /** Most recently used first. */
  sessions: SignedInDevice[]
}

export const listSessions = endpoint<void, SignedInDeviceList>('listSessions', 'GET', '/v1/sessions')
/** Signs out one of the caller's devices. Another person's device is treated like one that does not exist. */
export const endSession = endpoint<void, void>('endSession', 'DELETE', '/v1/sessions/:id')
