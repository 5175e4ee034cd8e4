import type { KeyOwner } from '../domain/session-key.ts'
import type { PersonStore } from '../ports/person-store.ts'
import type { Unit } from '../ports/unit.ts'

/** The person's subject on a platform in one app; `undefined` without an identity there. */
export function* findSubject(people: PersonStore, { personId, platform, appId }: KeyOwner): Unit<string | undefined> {
  const identities = yield* people.listIdentities(personId)
  return identities.findLast((identity) => identity.platform === platform && identity.appId === appId)?.subject
}
