/** Somebody with an id of their own, from the first guest session on. */
export interface Person {
  id: string
  nickname: string | null
  avatarId: string | null
  phoneMasked: string | null
  riderId: string | null
  registeredAt: Date | null
  profileRefreshedAt: Date | null
  createdAt: Date
}

export interface ConsentRecord {
  agreementId: string
  version: string
  agreedAt: Date
}

/** Who a platform says somebody is: one per platform, app and subject (openid, user_id). */
export interface Identity {
  personId: string
  /** Counts this identity's logins on platforms that have a session_key. */
  keyEpoch: number
}

export interface IdentityKey {
  platform: string
  appId: string
  subject: string
}
