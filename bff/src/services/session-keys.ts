import type { IdentityKey } from '../domain/person.ts'
import { Secret } from '../domain/secret.ts'
import { coversEpoch, isUsable, type KeyOwner, type SealedSessionKey } from '../domain/session-key.ts'
import { seal, unseal } from '../lib/seal.ts'
import type { Clock } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'
import type { PersonStore } from '../ports/person-store.ts'
import type { SessionKeyStore } from '../ports/session-key-store.ts'
import type { Unit } from '../ports/unit.ts'
import type { Keyring } from './keyring-service.ts'
import { together } from './together.ts'

/** A stored key, and its decrypted value. */
export interface HeldKey {
  stored: SealedSessionKey
  key: Secret
}

/** Manages session_keys: sealed at rest, opened only in the server, never part of a response. */
export interface SessionKeys {
  /** Counts a login, and stores its key. Returns the login's epoch; null if it brought no key. */
  keep(identity: IdentityKey, personId: string, key: Secret | null): Unit<number | null>
  /** Stores a key that did not come from a login, as the only one. */
  replace(identity: IdentityKey, personId: string, key: Secret): Unit<void>
  /**
   * The keys under which a payload may be encrypted: the one of its epoch; without an epoch the current key, then the
   * previous one.
   */
  listUsable(owner: KeyOwner, epoch?: number): Unit<HeldKey[]>
  /** The key of the latest login. */
  findCurrent(owner: KeyOwner): Unit<HeldKey | undefined>
  /**
   * Reseals the keys of an account for the account into which it is merged; keys that the latter already has are kept.
   */
  move(from: string, into: string): Unit<void>
  /** Records that the key was used, which extends its life. */
  touch(held: HeldKey): Unit<void>
}

export function createSessionKeys(deps: {
  people: PersonStore
  sessionKeys: SessionKeyStore
  keyring: Keyring
  sessionKeyGraceMs: number
  clock: Clock
  log: Log
}): SessionKeys {
  const { people, sessionKeys, keyring, sessionKeyGraceMs, clock, log } = deps
  const sealingKey = keyring['session-key']

  const place = ({ platform, appId, personId }: KeyOwner, firstEpoch: number) =>
    `session-key:${platform}:${appId}:${personId}:${firstEpoch}`

  /** `undefined` for a row that was altered or moved: it opens nothing, and the next login replaces it. */
  function open(stored: SealedSessionKey): HeldKey | undefined {
    try {
      return { stored, key: new Secret(unseal(sealingKey, place(stored, stored.firstEpoch), stored.sealed)) }
    } catch {
      log.error({ event: 'session_key.unreadable' }, 'a stored session_key cannot be decrypted')
      return undefined
    }
  }

  function* listUsable(owner: KeyOwner, epoch?: number): Unit<HeldKey[]> {
    const now = clock.now()
    return (yield* sessionKeys.list(owner))
      .filter((key) => isUsable(key, now, sessionKeyGraceMs) && (epoch === undefined || coversEpoch(key, epoch)))
      .flatMap((key) => open(key) ?? [])
  }

  function* findCurrent(owner: KeyOwner): Unit<HeldKey | undefined> {
    const current = (yield* sessionKeys.list(owner)).find(({ replacedAt }) => replacedAt === null)
    return current && open(current)
  }

  const ownerOf = ({ platform, appId }: IdentityKey, personId: string) => ({ personId, platform, appId })

  function insert(owner: KeyOwner, epoch: number, key: Secret): Unit<void> {
    const at = clock.now()
    const sealed = seal(sealingKey, place(owner, epoch), key.reveal())
    const times = { createdAt: at, usedAt: at, replacedAt: null }
    return sessionKeys.insert({ ...owner, firstEpoch: epoch, lastEpoch: epoch, sealed, ...times })
  }

  return {
    listUsable,
    findCurrent,
    *keep(identity, personId, key) {
      if (!key) return null
      const owner = ownerOf(identity, personId)
      const [epoch, current] = yield* together(people.advanceKeyEpoch(identity), findCurrent(owner))
      const isSame = current?.key.reveal() === key.reveal()
      if (isSame) yield* sessionKeys.touch(current.stored, { lastEpoch: epoch, at: clock.now() })
      else yield* insert(owner, epoch, key)
      return epoch
    },
    *replace(identity, personId, key) {
      const owner = ownerOf(identity, personId)
      const epoch = yield* people.advanceKeyEpoch(identity)
      yield* sessionKeys.removeOfOwner(owner)
      yield* insert(owner, epoch, key)
    },
    *move(from, into) {
      for (const { platform, appId } of yield* people.listIdentities(from)) {
        const [own] = yield* sessionKeys.list({ personId: into, platform, appId })
        if (own) continue
        for (const stored of yield* sessionKeys.list({ personId: from, platform, appId })) {
          const held = open(stored)
          if (!held) continue
          const sealed = seal(sealingKey, place({ ...stored, personId: into }, stored.firstEpoch), held.key.reveal())
          yield* sessionKeys.reassign(stored, { personId: into, sealed })
        }
      }
    },
    touch: ({ stored }) => sessionKeys.touch(stored, { at: clock.now() }),
  }
}
