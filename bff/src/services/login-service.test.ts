import { randomBytes } from 'node:crypto'
import type { LoginRequest } from '@trailpass/shared'
import { expect, it, vi } from 'vitest'
import { AppError } from '../domain/app-error.ts'
import type { ExchangeOutcome } from '../ports/identity-provider.ts'
import { createLoginService } from './login-service.ts'
import { LeaseLostError } from './login-settlement.ts'

type Deps = Parameters<typeof createLoginService>[0]

const request = { platform: 'weapp', appId: 'wx1', code: 'c', nonce: 'n'.repeat(22) } as LoginRequest
const outcome: ExchangeOutcome = { kind: 'identity', subject: 'o1', unionSubject: null, sessionKey: null }
const session = { token: 't1', user: { userId: 'p1', underReview: [] as string[] } }

/** Everything around the service stands in for itself; `runs` are its units, in their order. */
function create({ settle, known }: { settle: () => unknown; known?: { state: string } }) {
  const trace = { asking: vi.fn(), settling: vi.fn(), ended: vi.fn(), failed: vi.fn() }
  const exchange = vi.fn(async () => outcome)
  const noticeVisit = vi.fn()
  const countLedgerHit = vi.fn()
  const giveUp = vi.fn(() => ({ refusal: 'login.code_spent', retryAt: new Date(0) }))
  const service = createLoginService({
    store: { write: async (unit: () => unknown) => unit() },
    apps: { find: async () => ({ app: {}, identityProvider: { exchange } }) },
    claims: { claim: async () => known, answerFromLedger: async () => session },
    settlement: { settle, giveUp },
    contentReviews: { noticeVisit },
    keyring: { ledger: randomBytes(32) },
    loginWatch: { begin: () => trace },
    metrics: { countLedgerHit },
    clock: { now: () => new Date(0) },
  } as unknown as Deps)
  return { login: () => service.login(request, 'r1'), trace, exchange, noticeVisit, countLedgerHit, giveUp }
}

it('asks the platform once for those who come at once, and again for who comes later', async () => {
  const { login, exchange, countLedgerHit, trace } = create({ settle: () => session })
  expect(await Promise.all([login(), login(), login()])).toEqual([session, session, session])
  expect(exchange).toHaveBeenCalledOnce()
  expect(countLedgerHit.mock.calls).toEqual([['joined'], ['joined']])
  expect(trace.settling).toHaveBeenCalledWith(outcome)
  await login()
  expect(exchange).toHaveBeenCalledTimes(2)
})

it.each([
  ['answered', 'replayed'],
  ['leased', 'replayed'],
  ['refused', 'refused'],
])('asks no platform about a code that is %s, which counts as %s', async (state, hit) => {
  const { login, exchange, countLedgerHit } = create({ settle: () => session, known: { state } })
  expect(await login()).toBe(session)
  expect(exchange).not.toHaveBeenCalled()
  expect(countLedgerHit.mock.calls).toEqual([[hit]])
})

it('gives up when the lease was lost, and only then', async () => {
  const lost = create({
    settle: () => {
      throw new LeaseLostError()
    },
  })
  await expect(lost.login()).rejects.toMatchObject({ code: 'login.code_spent' })
  expect(lost.giveUp).toHaveBeenCalledOnce()
  expect(lost.trace.failed).toHaveBeenCalledOnce()

  const outage = new AppError('storage.unavailable')
  const away = create({
    settle: () => {
      throw outage
    },
  })
  await expect(away.login()).rejects.toBe(outage)
  expect(away.giveUp).not.toHaveBeenCalled()
})

it('has what waits for review looked at again when its person comes', async () => {
  const plain = create({ settle: () => session })
  await plain.login()
  expect(plain.noticeVisit).not.toHaveBeenCalled()
  const waiting = create({ settle: () => ({ ...session, user: { userId: 'p1', underReview: ['nickname'] } }) })
  await waiting.login()
  expect(waiting.noticeVisit).toHaveBeenCalledWith('p1')
})
