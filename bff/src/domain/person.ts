import type { Platform } from '@trailpass/shared'

/** Somebody with an id of their own, from the first guest session on. */
export interface Person {
  id: string
  nickname: string | null
  avatarId: string | null
  phoneMasked: string | null
  riderId: string | null
  registeredAt: Date | null
  profileRefreshedAt: Date | null
  /** Shows in rankings: the person's own choice. */
  ranked: boolean
  createdAt: Date
}

export interface ConsentRecord {
  agreementId: string
  version: string
  agreedAt: Date
  /** Where it was given, as the client names its screens. */
  screen: string | null
}

export interface WithdrawnConsent extends ConsentRecord {
  withdrawnAt: Date
}

/** Who a platform says somebody is: one per platform, app and subject (openid, user_id). */
export interface Identity {
  personId: string
  /** The unionid that the platform last told beside the subject. */
  unionSubject: string | null
  /** Counts this identity's logins on platforms that have a session_key. */
  keyEpoch: number
}

export interface IdentityKey {
  platform: Platform
  appId: string
  subject: string
}
