import { endpoint } from './endpoint.ts'

/** One agreement a person agreed to. `agreedAt` is ISO 8601. */
export interface Consent {
  id: string
  version: string
  agreedAt: string
}

export interface UserInfo {
  userId: string
  registered: boolean
  nickname: string | null
  /** The nickname, or 步道用户. */
  displayName: string
  /** A path on the BFF's own origin, or `null`. */
  avatarUrl: string | null
  phoneMasked: string | null
  /** The person's identity at bikes and screens: random, replaceable, present once registered. */
  riderId: string | null
  consents: Consent[]
  /** Asks the client to offer a fresh avatar and nickname. */
  profileRefreshDue: boolean
  createdAt: string
}

export interface UserInfoPatch {
  /** An empty or `null` nickname shows the default name. */
  nickname?: string | null
}

export const getUserInfo = endpoint<void, UserInfo>('getUserInfo', 'GET', '/v1/userinfo')
export const updateUserInfo = endpoint<UserInfoPatch, UserInfo>('updateUserInfo', 'PATCH', '/v1/userinfo')
/** Multipart, one file field named `avatar`: JPEG, PNG or WebP, at most `limits.avatarBytes`. */
export const uploadAvatar = endpoint<void, UserInfo>('uploadAvatar', 'POST', '/v1/userinfo/avatar')
export const avatarField = 'avatar'
