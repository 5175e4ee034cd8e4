import { endpoint } from './endpoint.ts'
import type { UserInfo } from './user-info.ts'

/** From the platform's phone button: a code, or, of old clients, what it sealed under the session_key. */
export interface PhoneRequest {
  /** Each code is billed, so one is exchanged once, whoever sends it again. */
  code?: string
  encryptedData?: string
  iv?: string
  keyEpoch?: number
}

export const bindPhone = endpoint<PhoneRequest, UserInfo>('bindPhone', 'POST', '/v1/userinfo/phone')
export const removePhone = endpoint<void, UserInfo>('removePhone', 'DELETE', '/v1/userinfo/phone')
