import { randomBytes } from 'node:crypto'
import type { Secret } from '../domain/secret.ts'
import { seal, unseal } from '../lib/seal.ts'
import { createUlid } from '../lib/ulid.ts'
import type { Clock } from '../ports/clock.ts'
import type { KeyringStore } from '../ports/keyring-store.ts'
import type { Store } from '../ports/unit.ts'

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

export class MasterKeyError extends Error {
  override readonly name = 'MasterKeyError'
}

/**
 * Opens the keys of the store, making those that are missing. The master key only wraps them, so rotating it leaves
 * tokens and sealed values as they are. Throws MasterKeyError when it is not the one they were wrapped with.
 */
export async function openKeyring(deps: {
  masterKey: Secret
  store: Store
  keyring: KeyringStore
  clock: Clock
}): Promise<Keyring> {
  const { store, keyring, clock } = deps
  const masterKey = Buffer.from(deps.masterKey.reveal(), 'base64')
  const place = (id: string, purpose: string) => `keyring:${id}:${purpose}`

  const stored = await store.write(function* () {
    const known = new Set((yield* keyring.list()).map((key) => key.purpose))
    for (const purpose of purposes.filter((purpose) => !known.has(purpose))) {
      const createdAt = clock.now()
      const id = createUlid(createdAt)
      const wrapped = seal(masterKey, place(id, purpose), randomBytes(32).toString('base64'))
      yield* keyring.insertIfAbsent({ id, purpose, wrapped, createdAt })
    }
    return yield* keyring.list()
  })

  const open = (purpose: Purpose): Buffer => {
    const key = stored.find((candidate) => candidate.purpose === purpose)
    if (!key) throw new Error(`keyring: no key for ${purpose}`)
    try {
      return Buffer.from(unseal(masterKey, place(key.id, purpose), key.wrapped), 'base64')
    } catch (cause) {
      throw new MasterKeyError('MASTER_KEY is not the key that this store was made with', { cause })
    }
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
