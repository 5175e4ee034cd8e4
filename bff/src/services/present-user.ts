import { defaultDisplayName, type Principal, type UserInfo } from '@trailpass/shared'
import type { ConsentRecord, Person } from '../domain/person.ts'

/** Old clients are asked for a fresh avatar and nickname this long after the last one. */
const profileRefreshMs = 30 * 86_400_000

/** Where an avatar is served: a path on the BFF's own origin. */
export const avatarUrl = (avatarId: string | null): string | null =>
  avatarId === null ? null : `/v1/avatars/${avatarId}`

export function presentUser(person: Person, consents: readonly ConsentRecord[], now: Date): UserInfo {
  const refreshedAt = person.profileRefreshedAt ?? person.registeredAt
  return {
    userId: person.id,
    registered: person.registeredAt !== null,
    nickname: person.nickname,
    displayName: person.nickname ?? defaultDisplayName,
    avatarUrl: avatarUrl(person.avatarId),
    phoneMasked: person.phoneMasked,
    riderId: person.riderId,
    consents: consents.map(({ agreementId, version, agreedAt }) => ({
      id: agreementId,
      version,
      agreedAt: agreedAt.toISOString(),
    })),
    profileRefreshDue: refreshedAt !== null && now.getTime() - refreshedAt.getTime() > profileRefreshMs,
    createdAt: person.createdAt.toISOString(),
  }
}

export function presentPrincipal(person: Person): Principal {
  return { kind: person.registeredAt === null ? 'guest' : 'member', userId: person.id }
}
