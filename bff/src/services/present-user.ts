import { type Consent, defaultDisplayName, type Principal, type UserInfo } from '@trailpass/shared'
import { asSeenByOneself, isShown, type PendingContent } from '../domain/content.ts'
import type { ConsentRecord, Person } from '../domain/person.ts'

/** How long after the last import old clients are asked for the avatar and nickname again. */
const profileRefreshMs = 30 * 86_400_000

/** Where an avatar is served: a path on the BFF's own origin. */
export const avatarUrl = (avatarId: string | null): string | null =>
  avatarId === null ? null : `/v1/avatars/${avatarId}`

/** The public fields of a person. */
export const presentAppearance = ({ nickname, avatarId }: Pick<Person, 'nickname' | 'avatarId'>) => ({
  displayName: nickname ?? defaultDisplayName,
  avatarUrl: avatarUrl(avatarId),
})

/** The facts from which the profile DTO is built. */
export interface UserFacts {
  person: Person
  consents: readonly ConsentRecord[]
  pending: readonly PendingContent[]
  /** One of the identities has a unionid, through which other accounts may turn out to be the same person's. */
  hasUnion: boolean
  joinOffered: boolean
}

export function presentUser({ person: stored, consents, pending, joinOffered }: UserFacts, now: Date): UserInfo {
  const person = asSeenByOneself(stored, pending)
  const refreshedAt = person.profileRefreshedAt ?? person.registeredAt
  return {
    userId: person.id,
    registered: person.registeredAt !== null,
    nickname: person.nickname,
    ...presentAppearance(person),
    underReview: pending.filter(isShown).map(({ field }) => field),
    refused: pending.filter((content) => !isShown(content)).map(({ field }) => field),
    phoneMasked: person.phoneMasked,
    riderId: person.riderId,
    ranked: person.registeredAt !== null && person.ranked,
    consents: consents.map(presentConsent),
    joinOffered,
    profileRefreshDue: refreshedAt !== null && now.getTime() - refreshedAt.getTime() > profileRefreshMs,
    createdAt: person.createdAt.toISOString(),
  }
}

export const presentConsent = ({ agreementId, version, agreedAt, screen }: ConsentRecord): Consent => ({
  id: agreementId,
  version,
  agreedAt: agreedAt.toISOString(),
  screen,
})

export function presentPrincipal({ registered, userId }: Pick<UserInfo, 'registered' | 'userId'>): Principal {
  return { kind: registered ? 'member' : 'guest', userId }
}
