import { randomBytes } from 'node:crypto'
import type { Secret } from '../domain/secret.ts'
import { seal, unseal } from '../lib/seal.ts'
import { createUlid } from '../lib/ulid.ts'
import type { Clock } from '../ports/clock.ts'
import type { KeyringStore, WrappedKey } from '../ports/keyring-store.ts'
import type { Store } from '../ports/store.ts'

const purposes = [
  'token-pepper',
  'ledger',
  'session-key',
  'personal-data',
  'device-code',
  'device-report',
  'platform-token',
  'vault',
] as const
type Purpose = (typeof purposes)[number]

/** The working keys, 32 random bytes each. */
export type Keyring = Readonly<Record<Purpose, Buffer>>

/** 32 bytes in base64 each. During a rotation of the master key, both are valid. */
export interface MasterKeys {
  current: Secret
  next: Secret | null
}

export class MasterKeyError extends Error {
  override readonly name = 'MasterKeyError'
}

/** Wraps and unwraps the working keys. */
export interface KeyWrap {
  wrap(key: Pick<WrappedKey, 'id' | 'purpose'>, masterKey: Secret, bytes: Buffer): string
  /** The working key, and the master key that unwrapped it. Throws MasterKeyError if neither does. */
  open(key: WrappedKey, masterKeys: MasterKeys): { bytes: Buffer; openedBy: Secret }
}

const bytesOf = (key: Secret) => Buffer.from(key.reveal(), 'base64')
const placeOf = ({ id, purpose }: Pick<WrappedKey, 'id' | 'purpose'>) => `keyring:${id}:${purpose}`

export const keyWrap: KeyWrap = {
  wrap: (key, masterKey, bytes) => seal(bytesOf(masterKey), placeOf(key), bytes.toString('base64')),
  open(key, { current, next }) {
    for (const masterKey of next ? [next, current] : [current]) {
      try {
        const bytes = Buffer.from(unseal(bytesOf(masterKey), placeOf(key), key.wrapped), 'base64')
        return { bytes, openedBy: masterKey }
      } catch {
        // Try the other key; if neither works, the error below is thrown.
      }
    }
    throw new MasterKeyError(
      'MASTER_KEY is not the key with which this store was created. After trailpass keys rotate, set the new key.',
    )
  },
}

/**
 * Unwraps the keys of the store and creates missing ones. The master key only wraps them, so rotating it does not
 * affect tokens and sealed values. Throws MasterKeyError if it is not the one they were wrapped with.
 */
export async function openKeyring(deps: {
  masterKeys: MasterKeys
  store: Store
  keyring: KeyringStore
  clock: Clock
}): Promise<Keyring> {
  const { masterKeys, store, keyring, clock } = deps

  const stored = await store.write(function* () {
    const known = yield* keyring.list()
    const missing = purposes.filter((purpose) => !known.some((key) => key.purpose === purpose))
    if (missing.length === 0) return known
    // New keys use the same master key as the others: if those are already under the new one, the old one may be
    // removed at any time.
    const [first] = known
    const masterKey = first ? keyWrap.open(first, masterKeys).openedBy : masterKeys.current
    for (const purpose of missing) {
      const createdAt = clock.now()
      const key = { id: createUlid(createdAt), purpose }
      yield* keyring.insertIfAbsent({ ...key, wrapped: keyWrap.wrap(key, masterKey, randomBytes(32)), createdAt })
    }
    return yield* keyring.list()
  })

  const open = (purpose: Purpose): Buffer => {
    const key = stored.find((candidate) => candidate.purpose === purpose)
    if (!key) throw new Error(`keyring: no key for ${purpose}`)
    return keyWrap.open(key, masterKeys).bytes
  }
  return {
    'token-pepper': open('token-pepper'),
    ledger: open('ledger'),
    'session-key': open('session-key'),
    'personal-data': open('personal-data'),
    'device-code': open('device-code'),
    'device-report': open('device-report'),
    'platform-token': open('platform-token'),
    vault: open('vault'),
  }
}
