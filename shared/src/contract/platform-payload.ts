import { endpoint } from './endpoint.ts'
import type { SportSummary } from './sport.ts'
import type { UserInfo } from './user-info.ts'

/** A payload that the platform's client encrypted under the session_key: base64, as returned by the platform. */
export interface EncryptedPayload {
  encryptedData: string
  iv: string
  /** The `keyEpoch` of its login; without it the current key is tried, then the previous one. */
  keyEpoch?: number
}

/** A profile from an old client: `signature` covers `rawData`; `encryptedData` contains the same and more. */
export interface PlatformProfileRequest extends EncryptedPayload {
  rawData: string
  signature: string
}

/** Whether the session_key held by the server is still valid at the platform. */
export interface PlatformKey {
  alive: boolean
  /** The latest login that returned this key; `null` if none is held. */
  keyEpoch: number | null
}

export const updatePlatformProfile = endpoint<PlatformProfileRequest, UserInfo>(
  'updatePlatformProfile',
  'POST',
  '/v1/userinfo/platform-profile',
)
/**
 * Call it before showing a button whose payload needs the key: inside the button's callback it is too late to log in.
 */
export const getPlatformKey = endpoint<void, PlatformKey>('getPlatformKey', 'GET', '/v1/session/platform-key')
/** Imports the steps of the last 31 days, and returns those days. */
export const updateSteps = endpoint<EncryptedPayload, SportSummary>('updateSteps', 'POST', '/v1/sport/werun')
