import type { Person } from './person.ts'

export const contentFields = ['nickname', 'avatar'] as const
export type ContentField = (typeof contentFields)[number]
/** `review`: for human eyes; only its author sees it. */
export type ContentVerdict = 'pass' | 'review' | 'risky'

/**
 * Why others do not see it: nobody could be asked yet (`unchecked`), the person was not here lately enough to ask
 * (`unvisited`), the verdict is on its way (`asked`), or it was `review`. What was `refused` nobody sees, its author
 * included: only that it was stays, for its author to read, until the next edit.
 */
export type ContentStanding = 'unchecked' | 'unvisited' | 'asked' | 'review' | 'refused'

/** A nickname or the id of an avatar that its author alone sees. */
export interface PendingContent {
  personId: string
  field: ContentField
  /** '' once it was refused. */
  value: string
  standing: ContentStanding
  /** By which the platform names a check under way. */
  traceId: string | null
  changedAt: Date
}

/** WeChat's verdict on a picture takes 30 minutes at most; after that it is asked again. */
export const verdictWithinMs = 40 * 60_000

export const isShown = ({ standing }: Pick<PendingContent, 'standing'>): boolean => standing !== 'refused'

/** How people see themselves. Everybody else sees the person as it is stored: that is what has passed. */
export function asSeenByOneself(person: Person, pending: readonly PendingContent[]): Person {
  const pendingValue = (field: ContentField) =>
    pending.find((content) => content.field === field && isShown(content))?.value
  return {
    ...person,
    nickname: pendingValue('nickname') ?? person.nickname,
    avatarId: pendingValue('avatar') ?? person.avatarId,
  }
}
