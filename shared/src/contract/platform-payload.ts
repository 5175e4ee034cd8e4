import { endpoint } from './endpoint.ts'
import type { SportSummary } from './sport.ts'
import type { UserInfo } from './user-info.ts'

/** What a platform's client sealed under the session_key of the phone: base64, as the platform gave it. */
export interface EncryptedPayload {
  encryptedData: string
  iv: string
  /** The `keyEpoch` of the login it was made under; without it the current key is tried, then the one before. */
  keyEpoch?: number
}

/** A profile as old clients still send it: `signature` covers `rawData`, `encryptedData` says the same and more. */
export interface PlatformProfileRequest extends EncryptedPayload {
  rawData: string
  signature: string
}

/** Whether the session_key held by the server is still valid at the platform. */
export interface PlatformKey {
  alive: boolean
  /** The newest login the key answers for; `null` when none is held. */
  keyEpoch: number | null
}

export const updatePlatformProfile = endpoint<PlatformProfileRequest, UserInfo>(
  'updatePlatformProfile',
  'POST',
  '/v1/userinfo/platform-profile',
)
/** Asked before a button is shown whose payload needs the key: inside its callback it is too late to log in. */
export const getPlatformKey = endpoint<void, PlatformKey>('getPlatformKey', 'GET', '/v1/session/platform-key')
/** Takes over the steps of the last 31 days; answers those days. */
export const updateSteps = endpoint<EncryptedPayload, SportSummary>('updateSteps', 'POST', '/v1/sport/werun')
