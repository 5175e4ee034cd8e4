import { endpoint } from './endpoint.ts'
import type { Platform } from './session.ts'
import type { UserInfo } from './user-info.ts'

/** One of two accounts, as its owner recognises it. */
export interface AccountSummary {
  displayName: string
  avatarUrl: string | null
  phoneMasked: string | null
  /** Where it signs in. */
  platforms: Platform[]
  registeredAt: string
  rides: number
  distanceMeters: number
}

/** The platform names both the same person. What both have of a profile stays as `own` has it. */
export interface JoinOffer {
  own: AccountSummary
  other: AccountSummary
}

export interface JoinOfferAnswer {
  offer: JoinOffer | null
}

export interface JoinDecision {
  /** False keeps the two apart, and the question is not put again. */
  join: boolean
}

export const getJoinOffer = endpoint<void, JoinOfferAnswer>('getJoinOffer', 'GET', '/v1/userinfo/join')
/** After a login of late. Without an offer nothing changes, so it may be repeated. */
export const decideJoin = endpoint<JoinDecision, UserInfo>('decideJoin', 'POST', '/v1/userinfo/join')
