import { randomBytes } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ledgerEntry } from '../../test/support/ledger-entry.ts'
import { sessionRecord } from '../../test/support/session-record.ts'
import { createSqliteStorage } from '../../test/support/sqlite-storage.ts'
import type { TestStorage } from '../../test/support/test-storage.ts'
import { unitOf } from '../../test/support/unit-of.ts'
import type { SqlStores } from '../adapters/sql/sql-stores.ts'
import { AppError } from '../domain/app-error.ts'
import type { LedgerEntry } from '../domain/login-ledger.ts'
import { type SessionRecord, sessionAbsoluteMs } from '../domain/session.ts'
import { createLoginClaim } from './login-claim.ts'
import { deriveLedgerKeys } from './login-ledger-keys.ts'

const started = Date.UTC(2026, 10, 1)
const at = (ms: number) => new Date(started + ms)
const ledgerKey = randomBytes(32)
const keysOf = (nonce: string) =>
  deriveLedgerKeys(ledgerKey, { platform: 'weapp', appId: 'wx1', code: 'code-1', nonce: nonce.repeat(22) })
const ours = keysOf('n')
const theirs = keysOf('m')
const session = sessionRecord(at(0))

let storage: TestStorage
let stores: SqlStores
let now: number
let noted: unknown[]
let warned: object[]
let claims: ReturnType<typeof createLoginClaim>

beforeEach(async () => {
  storage = await createSqliteStorage()
  stores = await storage.open()
  now = 0
  noted = []
  warned = []
  claims = createLoginClaim({
    ...stores,
    clock: { now: () => at(now) },
    noteOnPerson: (personId, audited) => {
      noted.push({ personId, ...audited })
      return unitOf(undefined)
    },
    log: { info() {}, error() {}, warn: (fields) => warned.push(fields) },
  })
})
afterEach(async () => {
  await stores.store.close()
  await storage.remove()
})

const inLedger = () => stores.store.read(() => stores.ledger.find(ours.codeHash)) as Promise<LedgerEntry>
const update = async (changes: Partial<LedgerEntry>) => {
  const entry = await inLedger()
  await stores.store.write(() => stores.ledger.update({ ...entry, ...changes }))
}
const answer = { token: 'of ours' }

/** The session that the code gave, and its answer. */
async function settle(made: SessionRecord = session): Promise<void> {
  await stores.store.write(function* () {
    yield* stores.people.insert({ id: made.personId, createdAt: at(0) })
    yield* stores.sessions.insert(made)
  })
  await update({ state: 'answered', tokenHash: made.tokenHash, sealedAnswer: ours.sealAnswer(JSON.stringify(answer)) })
}
const answerOnceClaimed = async () => claims.answerFromLedger((await claims.claim(ours)) as LedgerEntry, ours)
const refusalOf = (answered: Promise<unknown>) =>
  answered.then(
    () => 'answered',
    (error) => (error instanceof AppError ? { code: error.code, retryAfterMs: error.options.retryAfterMs } : error),
  )

it('leases a code for five seconds and remembers it for fifteen minutes', async () => {
  expect(await claims.claim(ours)).toBeUndefined()
  const { codeHash, nonceHash } = ours
  expect(await inLedger()).toEqual(ledgerEntry(at, { codeHash, nonceHash }))
  expect(await claims.claim(ours)).toEqual(await inLedger())
  now = 900_000
  expect(await claims.claim(theirs)).toBeUndefined()
  expect(await inLedger()).toMatchObject({ nonceHash: theirs.nonceHash, leaseUntil: at(905_000) })
})

it('waits for the answer that another process is getting', async () => {
  await claims.claim(ours)
  let isAnswered = false
  const waiting = answerOnceClaimed().finally(() => {
    isAnswered = true
  })
  await delay(150)
  expect(isAnswered).toBe(false)
  await settle()
  expect(await waiting).toEqual(answer)
  expect(warned).toEqual([])
})

it('gives up when the lease has ended: nobody can tell whether the platform took the code', async () => {
  await claims.claim(ours)
  now = 4999
  const waiting = refusalOf(answerOnceClaimed())
  await delay(100)
  now = 5000
  expect(await waiting).toEqual({ code: 'login.code_spent', retryAfterMs: undefined })
  expect(await inLedger()).toMatchObject({ state: 'refused', refusal: 'login.code_spent' })
})

it('lets nobody answer for a code that was given up, however late they come', async () => {
  await claims.claim(ours)
  now = 5000
  await refusalOf(answerOnceClaimed())
  const late = { tokenHash: session.tokenHash, sealedAnswer: 'late', evenIfContested: false }
  expect(await stores.store.write(() => stores.ledger.answer(ours, late))).toBe(false)
})

it('gives the answer that came at the end of its lease', async () => {
  await claims.claim(ours)
  const leased = await inLedger()
  await settle()
  now = 5000
  expect(await claims.answerFromLedger(leased, ours)).toEqual(answer)
})

it('leaves the code to whoever has leased it again after the end of its lease', async () => {
  await claims.claim(ours)
  const leased = await inLedger()
  now = 5000
  await update({ leaseUntil: at(10_000) })
  expect(await refusalOf(claims.answerFromLedger(leased, ours))).toMatchObject({ code: 'login.code_spent' })
  expect(await inLedger()).toMatchObject({ state: 'leased', leaseUntil: at(10_000) })
})

it('lets a code that met a limit be tried again once it has passed, by the nonce that had it', async () => {
  await claims.claim(ours)
  await update({ state: 'refused', refusal: 'rate_limit.exceeded', leaseUntil: at(60_000) })
  now = 59_999
  expect(await claims.claim(ours)).toMatchObject({ state: 'refused' })
  now = 60_000
  expect(await claims.claim(ours)).toBeUndefined()
  expect(await inLedger()).toMatchObject({ state: 'leased', leaseUntil: at(65_000), expiresAt: at(960_000) })
})

it('lets a code that met a limit be tried by nobody any more once it came with another nonce', async () => {
  await claims.claim(ours)
  await update({ state: 'refused', refusal: 'rate_limit.exceeded', leaseUntil: at(60_000) })
  expect(await claims.claim(theirs)).toMatchObject({ refusal: 'login.code_rejected' })
  now = 60_000
  expect(await refusalOf(answerOnceClaimed())).toMatchObject({ code: 'login.code_spent' })
})

it.each([0, 5000])('gives up when the code was swept meanwhile, %i ms after it was leased', async (ms) => {
  await claims.claim(ours)
  const leased = await inLedger()
  now = ms
  const waiting = refusalOf(claims.answerFromLedger(leased, ours))
  await stores.store.write(() => stores.ledger.removeExpired(at(900_000)))
  expect(await waiting).toMatchObject({ code: 'login.code_spent' })
})

it('keeps what a code was finally refused with, also when it came with another nonce', async () => {
  await claims.claim(ours)
  await update({ state: 'refused', refusal: 'account.blocked' })
  expect(await claims.claim(theirs)).toMatchObject({ refusal: 'login.code_rejected' })
  expect(await refusalOf(answerOnceClaimed())).toMatchObject({ code: 'account.blocked' })
})

it('says again what a code was refused with, and when a limit passes', async () => {
  await claims.claim(ours)
  await update({ state: 'refused', refusal: 'account.blocked' })
  expect(await refusalOf(answerOnceClaimed())).toEqual({ code: 'account.blocked', retryAfterMs: undefined })
  await update({ state: 'refused', refusal: 'rate_limit.exceeded', leaseUntil: at(60_000) })
  now = 20_000
  expect(await refusalOf(answerOnceClaimed())).toEqual({ code: 'rate_limit.exceeded', retryAfterMs: 40_000 })
})

it('gives the answer again for as long as its session lasts', async () => {
  await claims.claim(ours)
  await settle({ ...session, createdAt: at(-sessionAbsoluteMs + 1000) })
  expect(await answerOnceClaimed()).toEqual(answer)
  now = 1000
  expect(await refusalOf(answerOnceClaimed())).toMatchObject({ code: 'login.code_spent' })
})

it('gives no answer whose session ended, which was forgotten, or which it did not seal', async () => {
  await claims.claim(ours)
  await settle()
  await update({ sealedAnswer: null })
  expect(await refusalOf(answerOnceClaimed())).toMatchObject({ code: 'login.code_spent' })
  await update({ sealedAnswer: theirs.sealAnswer(JSON.stringify(answer)) })
  expect(await refusalOf(answerOnceClaimed())).toMatchObject({ code: 'login.code_spent' })
  await update({ sealedAnswer: ours.sealAnswer(JSON.stringify(answer)) })
  expect(await answerOnceClaimed()).toEqual(answer)
  await stores.store.write(() => stores.sessions.remove('t1'))
  expect(await refusalOf(answerOnceClaimed())).toMatchObject({ code: 'login.code_spent' })
})

it('trusts no code that came with two nonces: the session it gave ends, with a line in the audit', async () => {
  await claims.claim(ours)
  await settle()
  const refused = (await claims.claim(theirs)) as LedgerEntry
  expect(refused).toMatchObject({ state: 'refused', refusal: 'login.code_rejected', contested: true })
  expect(await refusalOf(claims.answerFromLedger(refused, theirs))).toMatchObject({ code: 'login.code_rejected' })
  expect(await stores.store.read(() => stores.sessions.find('t1'))).toBeUndefined()
  const detail = 'its login code came with two nonces'
  expect(noted).toEqual([{ personId: 'p1', actor: 'server', action: 'session.revoke', detail }])
  expect(warned).toEqual([{ event: 'login.code_contested' }])
  // Who came first has lost the session, and is not told apart.
  expect(await inLedger()).toMatchObject({ state: 'answered', contested: false })
})

it('marks a code in flight, and leaves the session of a guest alone', async () => {
  await claims.claim(ours)
  expect(await claims.claim(theirs)).toMatchObject({ refusal: 'login.code_rejected' })
  expect(await inLedger()).toMatchObject({ state: 'leased', contested: true, nonceHash: ours.nonceHash })
  await settle({ ...session, identified: false })
  expect(await claims.claim(theirs)).toMatchObject({ refusal: 'login.code_rejected' })
  expect(await answerOnceClaimed()).toEqual(answer)
  expect(noted).toEqual([])
})
