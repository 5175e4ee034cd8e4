import { expect, it } from 'vitest'
import type { LedgerEntry } from '../../src/domain/login-ledger.ts'
import { forEachStorage } from '../support/for-each-storage.ts'
import { ledgerEntry } from '../support/ledger-entry.ts'
import { sessionRecord } from '../support/session-record.ts'

const at = (ms: number) => new Date(Date.UTC(2026, 10, 1) + ms)

const entry = (changes: Partial<LedgerEntry> = {}) => ledgerEntry(at, changes)

forEachStorage('LoginLedger', (stores) => {
  const write: ReturnType<typeof stores>['store']['write'] = (unit) => stores().store.write(unit)
  const ledger = () => stores().ledger
  const find = (codeHash: string) => stores().store.read(() => ledger().find(codeHash))

  it('gives a code to the first who comes', async () => {
    expect(await write(() => ledger().insert(entry()))).toBe(true)
    expect(await write(() => ledger().insert(entry({ nonceHash: 'n2' })))).toBe(false)
    expect(await find('c1')).toEqual(entry())
    expect(await find('c2')).toBeUndefined()
  })

  it('gives a code to exactly one of 50 who come at once', async () => {
    const taken = await Promise.all(
      Array.from({ length: 50 }, (_, index) => write(() => ledger().insert(entry({ nonceHash: `n${index}` })))),
    )
    expect(taken.filter(Boolean)).toHaveLength(1)
    expect((await find('c1'))?.nonceHash).toBe(`n${taken.indexOf(true)}`)
  })

  it('keeps every field of an update', async () => {
    await write(() => ledger().insert(entry()))
    const answered = entry({ state: 'answered', contested: true, tokenHash: 't1', sealedAnswer: 's1' })
    await write(() => ledger().update(answered))
    expect(await find('c1')).toEqual(answered)
    const refused = entry({ state: 'refused', refusal: 'account.blocked', expiresAt: at(60_000), nonceHash: 'n2' })
    await write(() => ledger().update(refused))
    expect(await write(() => ledger().lock('c1'))).toEqual(refused)
  })

  const answer = { tokenHash: 't1', sealedAnswer: 's1', evenIfContested: false }
  const give = (changes: Partial<typeof answer> = {}, nonceHash = 'n1') =>
    write(() => ledger().answer({ codeHash: 'c1', nonceHash }, { ...answer, ...changes }))

  it('gives a leased code its answer, once, and to the nonce that leased it', async () => {
    await write(() => ledger().insert(entry()))
    expect(await give({}, 'n2')).toBe(false)
    expect(await find('c1')).toEqual(entry())
    expect(await give()).toBe(true)
    const answered = entry({ state: 'answered', tokenHash: 't1', sealedAnswer: 's1' })
    expect(await find('c1')).toEqual(answered)
    expect(await give({ tokenHash: 't2' })).toBe(false)
    expect(await find('c1')).toEqual(answered)
  })

  it('gives a contested code an answer only where that does not matter', async () => {
    await write(() => ledger().insert(entry({ contested: true })))
    expect(await give()).toBe(false)
    expect(await find('c1')).toEqual(entry({ contested: true }))
    expect(await give({ evenIfContested: true })).toBe(true)
    expect(await find('c1')).toMatchObject({ state: 'answered', contested: true })
  })

  it('gives no answer to a code that was refused, or that nobody has leased', async () => {
    expect(await give()).toBe(false)
    await write(() => ledger().insert(entry({ state: 'refused', refusal: 'login.code_rejected' })))
    expect(await give({ evenIfContested: true })).toBe(false)
  })

  it('lets one unit after another change a locked entry', async () => {
    await write(() => ledger().insert(entry({ tokenHash: '' })))
    const append = (letter: string) =>
      write(function* () {
        const found = yield* ledger().lock('c1')
        if (found) yield* ledger().update({ ...found, tokenHash: `${found.tokenHash}${letter}` })
      })
    await Promise.all([...'abcdefghij'].map(append))
    expect([...((await find('c1'))?.tokenHash ?? '')].sort().join('')).toBe('abcdefghij')
  })

  it('forgets the answers of one person, and remembers that their codes are used', async () => {
    for (const [personId, tokenHash] of [
      ['p1', 't1'],
      ['p2', 't2'],
    ] as const) {
      await write(function* () {
        yield* stores().people.insert({ id: personId, createdAt: at(0) })
        yield* stores().sessions.insert(sessionRecord(at(0), { personId, tokenHash }))
        yield* ledger().insert(entry({ codeHash: personId, state: 'answered', tokenHash, sealedAnswer: 's' }))
      })
    }
    await write(() => ledger().forgetAnswersOf('p1'))
    expect(await find('p1')).toEqual(entry({ codeHash: 'p1', state: 'answered' }))
    expect(await find('p2')).toMatchObject({ tokenHash: 't2', sealedAnswer: 's' })
  })

  it('ends every lease, and leaves what is settled alone', async () => {
    const settled = entry({ codeHash: 'c2', state: 'refused', refusal: 'login.code_rejected' })
    await write(() => ledger().insert(entry()))
    await write(() => ledger().insert(settled))
    await write(() => ledger().abandonLeases(at(1000)))
    expect(await find('c1')).toEqual(entry({ leaseUntil: at(1000) }))
    expect(await find('c2')).toEqual(settled)
  })

  it('forgets what has expired', async () => {
    await write(() => ledger().insert(entry()))
    await write(() => ledger().insert(entry({ codeHash: 'c2', expiresAt: at(900_001) })))
    await write(() => ledger().removeExpired(at(900_000)))
    expect(await find('c1')).toBeUndefined()
    expect(await find('c2')).toBeDefined()
  })
})
