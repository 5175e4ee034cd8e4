import type { Person } from './person.ts'

export const contentFields = ['nickname', 'avatar'] as const
export type ContentField = (typeof contentFields)[number]
/** `review`: needs a human decision; only its author sees it. */
export type ContentVerdict = 'pass' | 'review' | 'risky'

/**
 * Why others do not see it: it could not be checked yet (`unchecked`); the person's last visit is too long ago for a
 * check (`unvisited`); the verdict is pending (`asked`); or it needs human review (`review`). `refused` content is
 * deleted; the state remains for its author to see until the next edit.
 */
export type ContentStanding = 'unchecked' | 'unvisited' | 'asked' | 'review' | 'refused'

/** A nickname or avatar id that only its author sees. */
export interface PendingContent {
  personId: string
  field: ContentField
  /** Empty if it was refused. */
  value: string
  standing: ContentStanding
  /** The platform's id of a check in progress. */
  traceId: string | null
  changedAt: Date
}

/** WeChat's verdict on a picture takes at most 30 minutes; after that it is requested again. */
export const verdictWithinMs = 40 * 60_000

export const isShown = ({ standing }: Pick<PendingContent, 'standing'>): boolean => standing !== 'refused'

/** A person's view of their own profile. Others see only the stored person, that is, what has passed the check. */
export function asSeenByOneself(person: Person, pending: readonly PendingContent[]): Person {
  const pendingValue = (field: ContentField) =>
    pending.find((content) => content.field === field && isShown(content))?.value
  return {
    ...person,
    nickname: pendingValue('nickname') ?? person.nickname,
    avatarId: pendingValue('avatar') ?? person.avatarId,
  }
}
