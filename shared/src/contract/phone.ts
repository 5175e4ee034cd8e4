import { endpoint } from './endpoint.ts'
import type { UserInfo } from './user-info.ts'

/** From the platform's phone button: a code or, in old clients, an encrypted payload. */
export interface PhoneRequest {
  /** Each code is billed, so it is exchanged once, however often it is sent. */
  code?: string
  encryptedData?: string
  iv?: string
  keyEpoch?: number
}

export const bindPhone = endpoint<PhoneRequest, UserInfo>('bindPhone', 'POST', '/v1/userinfo/phone')
export const removePhone = endpoint<void, UserInfo>('removePhone', 'DELETE', '/v1/userinfo/phone')
