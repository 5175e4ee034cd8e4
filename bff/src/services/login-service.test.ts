import { randomBytes } from 'node:crypto'
import type { LoginRequest } from '@trailpass/shared'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { sessionRecord } from '../../test/support/session-record.ts'
import { createSqliteStorage } from '../../test/support/sqlite-storage.ts'
import type { TestStorage } from '../../test/support/test-storage.ts'
import { unitOf } from '../../test/support/unit-of.ts'
import type { SqlStores } from '../adapters/sql/sql-stores.ts'
import { AppError } from '../domain/app-error.ts'
import type { RegisteredApp } from '../ports/app-directory.ts'
import type { ExchangeOutcome } from '../ports/identity-provider.ts'
import type { Keyring } from './keyring-service.ts'
import { createLoginClaim } from './login-claim.ts'
import { createLoginService } from './login-service.ts'
import { createLoginSettlement } from './login-settlement.ts'
import type { IssuedSession } from './session-issuer.ts'
import { createTokenService } from './token-service.ts'

const at = new Date(Date.UTC(2026, 10, 1))
const request = { platform: 'weapp', appId: 'wx1', code: 'c', nonce: 'n'.repeat(22), deviceId: 'd' } as LoginRequest
const identity: ExchangeOutcome = { kind: 'identity', subject: 'o1', unionSubject: null, sessionKey: null }

let storage: TestStorage
let stores: SqlStores

beforeEach(async () => {
  storage = await createSqliteStorage()
  stores = await storage.open()
})
afterEach(async () => {
  await stores.store.close()
  await storage.remove()
})

/** The real ledger, claim and settlement; who signs in is always `p1`. */
function create({
  underReview = [],
  exchange = async () => identity,
}: {
  underReview?: string[]
  exchange?: () => Promise<ExchangeOutcome>
} = {}) {
  const clock = { now: () => at }
  const log = { info() {}, warn() {}, error() {} }
  const session = { token: 't1', user: { userId: 'p1', underReview } } as unknown as IssuedSession
  const asked = vi.fn(exchange)
  const trace = { asking: vi.fn(), settling: vi.fn(), ended: vi.fn(), failed: vi.fn() }
  const noticeVisit = vi.fn()
  const countLedgerHit = vi.fn()
  const service = createLoginService({
    store: stores.store,
    apps: { find: async () => ({ app: {}, identityProvider: { exchange: asked } }) as unknown as RegisteredApp },
    claims: createLoginClaim({ ...stores, noteOnPerson: () => unitOf(undefined), clock, log }),
    settlement: createLoginSettlement({
      ...stores,
      settlePeople: {
        findGuest: () => unitOf(undefined),
        *settlePerson() {
          yield* stores.people.insert({ id: 'p1', createdAt: at })
          return 'p1'
        },
        settleGuest: () => unitOf('p1'),
      },
      issuer: {
        *issue() {
          yield* stores.sessions.insert(sessionRecord(at))
          return { token: 't1', session: sessionRecord(at), user: session.user }
        },
        answer: () => session,
      },
      keys: { keep: () => unitOf(null) } as unknown as Parameters<typeof createLoginSettlement>[0]['keys'],
      tokens: createTokenService(randomBytes(32)),
      clock,
    }),
    contentReviews: { noticeVisit },
    keyring: { ledger: randomBytes(32) } as Keyring,
    loginWatch: { begin: () => trace, timelines: () => [] },
    metrics: { countLedgerHit },
    clock,
  })
  const login = (changes: Partial<LoginRequest> = {}) => service.login({ ...request, ...changes }, 'r1')
  return { login, session, trace, asked, noticeVisit, countLedgerHit }
}

it('asks the platform once for those who come at once, and not at all for who comes later', async () => {
  const { login, session, asked, countLedgerHit, trace } = create()
  expect(await Promise.all([login(), login(), login()])).toEqual([session, session, session])
  expect(countLedgerHit.mock.calls).toEqual([['joined'], ['joined']])
  expect(trace.settling).toHaveBeenCalledExactlyOnceWith(identity)
  expect(await login()).toEqual(session)
  expect(countLedgerHit.mock.lastCall).toEqual(['replayed'])
  expect(asked).toHaveBeenCalledOnce()
})

it('asks the platform no more about a code that it has refused', async () => {
  const { login, asked, countLedgerHit, trace } = create({
    exchange: async () => ({ kind: 'refused', refusal: 'account.blocked' }),
  })
  for (let time = 0; time < 2; time++) await expect(login()).rejects.toMatchObject({ code: 'account.blocked' })
  expect(asked).toHaveBeenCalledOnce()
  expect(countLedgerHit.mock.calls).toEqual([['refused']])
  expect(trace.failed).toHaveBeenCalledTimes(2)
})

it('gives nothing for a code that came with another nonce meanwhile', async () => {
  const { login, countLedgerHit } = create({
    async exchange() {
      await expect(login({ nonce: 'm'.repeat(22) })).rejects.toMatchObject({ code: 'login.code_rejected' })
      return identity
    },
  })
  await expect(login()).rejects.toMatchObject({ code: 'login.code_spent' })
  expect(countLedgerHit.mock.calls).toEqual([['refused']])
  expect(await stores.store.read(() => stores.sessions.find(sessionRecord(at).tokenHash))).toBeUndefined()
})

it.each([
  ['rate_limit.exceeded', 'login.code_spent'],
  ['account.blocked', 'account.blocked'],
] as const)(
  'a code that came with another nonce while the platform refused it with %s ends as %s',
  async (refusal, code) => {
    const { login, asked } = create({
      async exchange() {
        await expect(login({ nonce: 'm'.repeat(22) })).rejects.toMatchObject({ code: 'login.code_rejected' })
        return { kind: 'refused', refusal }
      },
    })
    for (let time = 0; time < 2; time++) await expect(login()).rejects.toMatchObject({ code })
    expect(asked).toHaveBeenCalledOnce()
  },
)

it('says when a limit of the platform passes', async () => {
  const { login } = create({
    exchange: async () => ({ kind: 'refused', refusal: 'rate_limit.exceeded', retryAfterMs: 7000 }),
  })
  for (let time = 0; time < 2; time++) {
    await expect(login()).rejects.toMatchObject({ code: 'rate_limit.exceeded', options: { retryAfterMs: 7000 } })
  }
})

it('leaves the code with its holder when the store fails, which says so', async () => {
  const { login } = create({
    async exchange() {
      vi.spyOn(stores.store, 'write').mockRejectedValueOnce(new AppError('storage.unavailable'))
      return identity
    },
  })
  await expect(login()).rejects.toMatchObject({ code: 'storage.unavailable' })
})

it('has what waits for review looked at again when its person comes', async () => {
  const plain = create()
  await plain.login()
  expect(plain.noticeVisit).not.toHaveBeenCalled()
  await stores.store.write(() => stores.people.remove('p1'))
  const waiting = create({ underReview: ['nickname'] })
  await waiting.login({ code: 'another' })
  expect(waiting.noticeVisit).toHaveBeenCalledWith('p1')
})
