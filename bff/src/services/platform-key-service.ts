import type { PlatformKey } from '@trailpass/shared'
import { AppError } from '../domain/app-error.ts'
import type { IdentityKey } from '../domain/person.ts'
import type { Caller, SessionPolicy } from '../domain/session.ts'
import type { AppDirectory } from '../ports/app-directory.ts'
import type { PersonStore } from '../ports/person-store.ts'
import type { SessionStore } from '../ports/session-store.ts'
import type { Store } from '../ports/store.ts'
import type { NoteOnPerson } from './audit.ts'
import { findSubject } from './find-subject.ts'
import type { SessionKeys } from './session-keys.ts'

const retryAfterMs = 5000

/** The result for the key of one identity. */
export interface KeyReset {
  platform: string
  appId: string
  outcome: 'reset' | 'refused' | 'none-held'
}

export interface PlatformKeyService {
  /**
   * Asks the platform whether the stored key is valid. Throws `identity_provider.unavailable` if it does not answer.
   */
  check(caller: Caller): Promise<PlatformKey>
  /**
   * For operators: has the platform replace every key of a person, so that payloads under the old keys no longer open.
   * `undefined` for an unknown person.
   */
  reset(personId: string, actor: string): Promise<KeyReset[] | undefined>
}

export function createPlatformKeyService(deps: {
  store: Store
  people: PersonStore
  sessions: SessionStore
  apps: AppDirectory
  keys: SessionKeys
  noteOnPerson: NoteOnPerson
  sessionPolicy: SessionPolicy
}): PlatformKeyService {
  const { store, people, sessions, apps, keys, noteOnPerson, sessionPolicy } = deps

  async function resetOne(personId: string, identity: IdentityKey, actor: string): Promise<KeyReset> {
    const { platform, appId, subject } = identity
    const owner = { personId, platform, appId }
    const registered = await apps.find(platform, appId)
    const held = await store.read(() => keys.findCurrent(owner))
    if (!registered?.sessionKeyProvider || !held) return { platform, appId, outcome: 'none-held' }
    const fresh = await registered.sessionKeyProvider.reset(registered.app, subject, held.key)
    if (!fresh) return { platform, appId, outcome: 'refused' }
    await store.write(function* () {
      yield* keys.replace(identity, personId, fresh)
      if (sessionPolicy === 'platform') yield* sessions.removeOfApp(owner)
      yield* noteOnPerson(personId, { actor, action: 'user.reset-key', detail: `${platform} ${appId}` })
    })
    return { platform, appId, outcome: 'reset' }
  }

  return {
    async check({ personId, session: { platform, appId } }) {
      const [subject, held] = await store.read(function* () {
        const owner = { personId, platform, appId }
        return [yield* findSubject(people, owner), yield* keys.findCurrent(owner)] as const
      })
      const registered = await apps.find(platform, appId)
      if (!registered?.sessionKeyProvider || !held || subject === undefined) return { alive: false, keyEpoch: null }
      const alive = await registered.sessionKeyProvider.isAlive(registered.app, subject, held.key)
      if (alive === undefined) throw new AppError('identity_provider.unavailable', { retryAfterMs })
      // Checking a key extends its life at the platform, so it does here too.
      if (alive) await store.write(() => keys.touch(held))
      return { alive, keyEpoch: held.stored.lastEpoch }
    },

    async reset(personId, actor) {
      const identities = await store.read(function* () {
        return (yield* people.find(personId)) && (yield* people.listIdentities(personId))
      })
      if (!identities) return undefined
      return Promise.all(identities.map((identity) => resetOne(personId, identity, actor)))
    },
  }
}
