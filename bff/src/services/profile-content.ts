import {
  type ContentField,
  type ContentStanding,
  type ContentVerdict,
  isShown,
  type PendingContent,
} from '../domain/content.ts'
import type { Person } from '../domain/person.ts'
import type { Clock } from '../ports/clock.ts'
import type { PendingContentStore } from '../ports/pending-content-store.ts'
import type { PersonStore } from '../ports/person-store.ts'
import type { Unit } from '../ports/unit.ts'
import type { AvatarBin } from './avatar-bin.ts'

/** A nickname, and whether others may see it. */
export interface JudgedNickname {
  value: string | null
  standing: 'pass' | Exclude<ContentStanding, 'refused'>
}

/**
 * Separates public from pending content: what has passed is stored on the person, everything else is pending and shown
 * to its author alone. Every unit expects the person to be locked.
 */
export interface ProfileContent {
  /** The resulting record of the person; a nickname that has not passed leaves it unchanged. */
  keepNickname(personId: string, nickname: JudgedNickname): Unit<Pick<Person, 'nickname'> | undefined>
  /** Replaces the previous pending value. */
  keepAvatar(personId: string, avatarId: string): Unit<void>
  /** `pass` publishes it, `risky` removes it and tells its author, `review` keeps it visible to its author alone. */
  settle(content: PendingContent, verdict: ContentVerdict): Unit<void>
  /** Marks public content for another check; until then only its author sees it. */
  withhold(person: Person): Unit<void>
  /** Idempotent. */
  remove(personId: string, fields: readonly ContentField[]): Unit<void>
  /** Call before merging `from` into `into`: where both have a value, the one of `into` is kept. */
  join(from: Person, into: Person): Unit<void>
}

export function createProfileContent(deps: {
  pendingContent: PendingContentStore
  people: PersonStore
  avatarBin: AvatarBin
  clock: Clock
}): ProfileContent {
  const { pendingContent, people, avatarBin, clock } = deps

  const entry = (personId: string, field: ContentField, value: string, standing: ContentStanding): PendingContent => ({
    personId,
    field,
    value,
    standing,
    traceId: null,
    changedAt: clock.now(),
  })

  function* remove(personId: string, fields: readonly ContentField[]): Unit<void> {
    for (const content of yield* pendingContent.list(personId)) {
      if (!fields.includes(content.field)) continue
      yield* discardPicture(content)
      yield* pendingContent.remove(personId, content.field)
    }
  }

  function* discardPicture(content: PendingContent): Unit<void> {
    if (content.field === 'avatar' && isShown(content)) yield* avatarBin.discard(content.value)
  }

  function* refuse(content: PendingContent): Unit<void> {
    yield* discardPicture(content)
    yield* pendingContent.upsert(entry(content.personId, content.field, '', 'refused'))
  }

  /** The fields of which the person sees a value that others do not see. */
  function* listShown(personId: string): Unit<Set<ContentField>> {
    return new Set((yield* pendingContent.list(personId)).filter(isShown).map(({ field }) => field))
  }

  function* publish({ personId, field, value }: PendingContent): Unit<void> {
    const person = yield* people.find(personId)
    if (!person) return
    if (field === 'avatar') yield* avatarBin.discard(person.avatarId)
    yield* people.update({ ...person, ...(field === 'avatar' ? { avatarId: value } : { nickname: value }) })
    yield* pendingContent.remove(personId, field)
  }

  return {
    remove,
    *keepNickname(personId, { value, standing }) {
      if (standing !== 'pass' && value !== null) {
        yield* pendingContent.upsert(entry(personId, 'nickname', value, standing))
        return undefined
      }
      yield* pendingContent.remove(personId, 'nickname')
      return { nickname: value }
    },
    *keepAvatar(personId, avatarId) {
      yield* remove(personId, ['avatar'])
      yield* pendingContent.upsert(entry(personId, 'avatar', avatarId, 'unchecked'))
    },
    *settle(content, verdict) {
      if (verdict === 'pass') yield* publish(content)
      else if (verdict === 'risky') yield* refuse(content)
      else yield* pendingContent.upsert({ ...content, standing: 'review', traceId: null })
    },
    *withhold(person) {
      const taken = yield* listShown(person.id)
      const { id, nickname, avatarId } = person
      if (nickname !== null && !taken.has('nickname'))
        yield* pendingContent.upsert(entry(id, 'nickname', nickname, 'unchecked'))
      if (avatarId !== null) {
        if (taken.has('avatar')) yield* avatarBin.discard(avatarId)
        else yield* pendingContent.upsert(entry(id, 'avatar', avatarId, 'unchecked'))
      }
      yield* people.update({ ...person, nickname: null, avatarId: null, profileRefreshedAt: new Date(0) })
    },
    *join(from, into) {
      const taken = yield* listShown(into.id)
      if (into.nickname !== null) taken.add('nickname')
      if (into.avatarId !== null) taken.add('avatar')
      yield* remove(from.id, [...taken])
      // Values that `into` lacks are moved, and replace refused ones there.
      const coming = (yield* pendingContent.list(from.id)).map(({ field }) => field)
      yield* remove(into.id, coming)
    },
  }
}
