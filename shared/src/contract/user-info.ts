import { endpoint } from './endpoint.ts'

/** An accepted agreement, in force. `agreedAt` is ISO 8601. */
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
  /** Changed values that are hidden from others until they pass the platform’s check. */
  underReview: ('nickname' | 'avatar')[]
  /** Values that the platform’s check or the operator refused, and that were not changed since. */
  refused: ('nickname' | 'avatar')[]
  phoneMasked: string | null
  /** The person's name on bikes and screens: random, replaceable, present once registered. */
  riderId: string | null
  /** Whether the person appears in rankings: true from registration on, until they opt out. */
  ranked: boolean
  consents: Consent[]
  /** The client should offer to update avatar and nickname. */
  profileRefreshDue: boolean
  /** The platform identifies another member as the same person: see `getJoinOffer`. */
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
/** Issues a new random rider id; the previous one then belongs to nobody. */
export const renewRiderId = endpoint<void, UserInfo>('renewRiderId', 'POST', '/v1/userinfo/rider-id')
/** Multipart, one file field named `avatar`: JPEG, PNG or WebP, at most `limits.avatarBytes`. */
export const uploadAvatar = endpoint<void, UserInfo>('uploadAvatar', 'POST', '/v1/userinfo/avatar')
export const avatarField = 'avatar'
