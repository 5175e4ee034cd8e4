/** `unionid`: the platform named both the same, unasked. `asked`: and the person wanted it, being registered twice. */
export type JoinCause = 'unionid' | 'asked'

/** That the account `joinedPersonId` became part of `personId`. */
export interface PersonJoin {
  personId: string
  joinedPersonId: string
  cause: JoinCause
  joinedAt: Date
}
