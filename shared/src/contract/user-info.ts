import { endpoint } from './endpoint.ts'

/** One agreement a person agreed to, in force. `agreedAt` is ISO 8601. */
export interface Consent {
  id: string
  version: string
  agreedAt: string
  /** Where it was given, as the client names its screens. */
  screen: string | null
}

export interface UserInfo {
  userId: string
  registered: boolean
  nickname: string | null
  /** The nickname, or 步道用户. */
  displayName: string
  /** A path on the BFF's own origin, or `null`. */
  avatarUrl: string | null
  /** Changed, and seen by nobody else until it has passed the platform’s check. */
  underReview: ('nickname' | 'avatar')[]
  /** Dropped by the platform’s check or the operator after it was under review, and not changed since. */
  refused: ('nickname' | 'avatar')[]
  phoneMasked: string | null
  /** The person's identity at bikes and screens: random, replaceable, present once registered. */
  riderId: string | null
  /** Whether the person shows in rankings: from registration on, until they choose otherwise. */
  ranked: boolean
  consents: Consent[]
  /** Asks the client to offer a fresh avatar and nickname. */
  profileRefreshDue: boolean
  /** The platform names another member the same person: `getJoinOffer` tells more. */
  joinOffered: boolean
  createdAt: string
}

export interface UserInfoPatch {
  /** An empty or `null` nickname shows the default name. */
  nickname?: string | null
  ranked?: boolean
}

export const getUserInfo = endpoint<void, UserInfo>('getUserInfo', 'GET', '/v1/userinfo')
export const updateUserInfo = endpoint<UserInfoPatch, UserInfo>('updateUserInfo', 'PATCH', '/v1/userinfo')
/** Gives another rider id at random; the one before is nobody's from then on. */
export const renewRiderId = endpoint<void, UserInfo>('renewRiderId', 'POST', '/v1/userinfo/rider-id')
/** Multipart, one file field named `avatar`: JPEG, PNG or WebP, at most `limits.avatarBytes`. */
export const uploadAvatar = endpoint<void, UserInfo>('uploadAvatar', 'POST', '/v1/userinfo/avatar')
export const avatarField = 'avatar'
