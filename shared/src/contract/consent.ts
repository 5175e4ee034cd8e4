import { endpoint } from './endpoint.ts'
import type { AgreedVersion, ScreenName } from './registration.ts'
import type { UserInfo } from './user-info.ts'

/** Agreements accepted after registration, such as a newer version. */
export interface ConsentRequest {
  agreements: AgreedVersion[]
  /** Where they were agreed to, as the client names its screens. */
  screen: ScreenName
}

export const giveConsents = endpoint<ConsentRequest, UserInfo>('giveConsents', 'POST', '/v1/userinfo/consents')
/**
 * Withdraws the consent and erases the data based on it: without a required agreement the member is a guest again,
 * without nickname, avatar, phone number, rider id, rides and rankings. The account and its sessions remain.
 * Idempotent.
 */
export const withdrawConsent = endpoint<void, UserInfo>('withdrawConsent', 'DELETE', '/v1/userinfo/consents/:agreement')
