import { endpoint } from './endpoint.ts'
import type { AgreedVersion, ScreenName } from './registration.ts'
import type { UserInfo } from './user-info.ts'

/** What a member agrees to after registering, such as a newer version. */
export interface ConsentRequest {
  agreements: AgreedVersion[]
  /** Where they were agreed to, as the client names its screens. */
  screen: ScreenName
}

export const giveConsents = endpoint<ConsentRequest, UserInfo>('giveConsents', 'POST', '/v1/userinfo/consents')
/**
 * No longer in force, and what rests on it is erased: without a required agreement the member is a guest again, without
 * nickname, avatar, phone number, rider id, rides and rankings. The account and its sessions stay. May be repeated.
 */
export const withdrawConsent = endpoint<void, UserInfo>('withdrawConsent', 'DELETE', '/v1/userinfo/consents/:agreement')
