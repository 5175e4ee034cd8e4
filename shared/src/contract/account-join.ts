import { endpoint } from './endpoint.ts'
import type { Platform } from './session.ts'
import type { UserInfo } from './user-info.ts'

/** A summary by which the owner recognises one of two accounts. */
export interface AccountSummary {
  displayName: string
  avatarUrl: string | null
  phoneMasked: string | null
  /** The platforms it signs in with. */
  platforms: Platform[]
  registeredAt: string
  rides: number
  distanceMeters: number
}

/** The platform identifies both accounts as the same person. If merged, `own` wins where both have a profile value. */
export interface JoinOffer {
  own: AccountSummary
  other: AccountSummary
}

export interface JoinOfferAnswer {
  offer: JoinOffer | null
}

export interface JoinDecision {
  /** False keeps the accounts separate, and the offer is not made again. */
  join: boolean
}

export const getJoinOffer = endpoint<void, JoinOfferAnswer>('getJoinOffer', 'GET', '/v1/userinfo/join')
/** Requires a recent login. Does nothing without an offer, so it may be repeated. */
export const decideJoin = endpoint<JoinDecision, UserInfo>('decideJoin', 'POST', '/v1/userinfo/join')
