/**
 * `unionid`: the platform identified both as the same person, merged automatically. `asked`: the person, who was
 * registered twice, agreed to it.
 */
export type JoinCause = 'unionid' | 'asked'

/** Records that the account `joinedPersonId` was merged into `personId`. */
export interface PersonJoin {
  personId: string
  joinedPersonId: string
  cause: JoinCause
  joinedAt: Date
}
