import type { Platform } from '@trailpass/shared'

/** A person has an id from the first guest session on. */
export interface Person {
  id: string
  nickname: string | null
  avatarId: string | null
  phoneMasked: string | null
  riderId: string | null
  registeredAt: Date | null
  profileRefreshedAt: Date | null
  /** Whether the person appears in rankings, by their own choice. */
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

/** A platform's identity of a person: one per platform, app and subject (openid, user_id). */
export interface Identity {
  personId: string
  /** The unionid that the platform last reported with the subject. */
  unionSubject: string | null
  /** Counts this identity's logins on platforms that have a session_key. */
  keyEpoch: number
}

export interface IdentityKey {
  platform: Platform
  appId: string
  subject: string
}
