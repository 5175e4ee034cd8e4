import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { Secret } from '../../src/domain/secret.ts'
import type { SealedSessionKey } from '../../src/domain/session-key.ts'
import type { Clock } from '../../src/ports/clock.ts'
import type { Log } from '../../src/ports/log.ts'
import { openKeyring } from '../../src/services/keyring-service.ts'
import { createSessionKeys } from '../../src/services/session-keys.ts'
import { figure } from '../support/figure.ts'
import { sqlite } from '../support/storages.ts'
import { withStorage } from '../support/with-storage.ts'

const flips = figure('flips', 200)
const swaps = figure('swaps', 20)

/** The value with one bit turned, spread over all of its bits. */
function flip(sealed: string, turn: number): string {
  const bytes = Buffer.from(sealed, 'base64url')
  const bit = Math.floor((turn * bytes.length * 8) / flips)
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  return bytes.toString('base64url')
}

it('a sealed session_key opens at its own place only, and only whole', () =>
  withStorage(sqlite, async (storage) => {
    const stores = await storage.open()
    const clock: Clock = { now: () => new Date() }
    const quiet = () => undefined
    const log = { info: quiet, warn: quiet, error: quiet } as unknown as Log
    const masterKey = new Secret(randomBytes(32).toString('base64'))
    const keyring = await openKeyring({ ...stores, masterKeys: { current: masterKey, next: null }, clock })
    const keys = createSessionKeys({ ...stores, keyring, sessionKeyGraceMs: 600_000, clock, log })
    const identityOf = (id: string) => ({ platform: 'weapp', appId: 'wx1', subject: `o-${id}` }) as const
    const ownerOf = (personId: string) => ({ personId, platform: 'weapp', appId: 'wx1' })

    async function keep(id: string): Promise<SealedSessionKey> {
      return stores.store.write(function* () {
        yield* stores.people.insert({ id, createdAt: clock.now() })
        yield* stores.people.insertIdentity(identityOf(id), { personId: id, unionSubject: null, at: clock.now() })
        yield* keys.keep(identityOf(id), id, new Secret(randomBytes(16).toString('base64')))
        const [stored] = yield* stores.sessionKeys.list(ownerOf(id))
        if (!stored) throw new Error('nothing was kept')
        return stored
      })
    }
    /** How many keys open with this row in the place of the person's own. */
    const opened = (row: SealedSessionKey) =>
      stores.store.write(function* () {
        yield* stores.sessionKeys.removeOfOwner(row)
        yield* stores.sessionKeys.insert(row)
        return (yield* keys.listUsable(ownerOf(row.personId))).length
      })

    const own = await keep('alice')
    for (let turn = 0; turn < flips; turn++) {
      expect(await opened({ ...own, sealed: flip(own.sealed, turn) })).toBe(0)
    }
    for (let length = 0; length < own.sealed.length; length++) {
      expect(await opened({ ...own, sealed: own.sealed.slice(0, length) })).toBe(0)
    }
    for (let swap = 0; swap < swaps; swap++) {
      const other = await keep(`p${swap}`)
      expect(await opened({ ...own, sealed: other.sealed })).toBe(0)
      expect(await opened({ ...other, sealed: own.sealed })).toBe(0)
    }
    expect(await opened({ ...own, firstEpoch: 2, lastEpoch: 2 })).toBe(0)
    expect(await opened(own)).toBe(1)
    await stores.store.close()
  }))
