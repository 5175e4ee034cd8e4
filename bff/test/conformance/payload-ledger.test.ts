import { expect, it } from 'vitest'
import type { PayloadEntry } from '../../src/ports/payload-ledger.ts'
import { forEachStorage } from '../support/for-each-storage.ts'

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 1) + seconds * 1000)
const entry = (changes: Partial<PayloadEntry> = {}): PayloadEntry => ({
  payloadHash: 'h1',
  personId: 'p1',
  sealedAnswer: 'sealed',
  expiresAt: at(100),
  ...changes,
})

forEachStorage('PayloadLedger', (stores) => {
  const write: ReturnType<typeof stores>['store']['write'] = (unit) => stores().store.write(unit)
  const ledger = () => stores().payloads
  const find = (hash: string) => stores().store.read(() => ledger().find(hash))
  const failure = (nthLast: number, since = at(0), personId = 'p1', operation = 'steps') =>
    stores().store.read(() => ledger().findFailure({ personId, operation, nthLast, since }))
  async function addPeople() {
    for (const id of ['p1', 'p2']) await write(() => stores().people.insert({ id, createdAt: at(0) }))
  }
  const fail = (id: string, seconds: number, personId = 'p1', operation = 'steps') =>
    write(() => ledger().insertFailure({ id, personId, operation, failedAt: at(seconds) }))

  it('gives a payload to exactly one of 20 who come at once', async () => {
    await addPeople()
    const taken = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        write(() => ledger().insert(entry({ personId: index % 2 === 0 ? 'p1' : 'p2', sealedAnswer: `a${index}` }))),
      ),
    )
    expect(taken.filter(Boolean)).toHaveLength(1)
    expect((await find('h1'))?.sealedAnswer).toBe(`a${taken.indexOf(true)}`)
    expect(await find('h2')).toBeUndefined()
  })

  it('finds the nth last failure of one person at one operation since a moment', async () => {
    await addPeople()
    await fail('b', 20)
    await fail('a', 10)
    await fail('c', 30)
    await fail('d', 20, 'p2')
    await fail('e', 20, 'p1', 'profile')
    const found = [await failure(1), await failure(2), await failure(3), await failure(4), await failure(3, at(10))]
    expect(found).toEqual([at(30), at(20), at(10), undefined, undefined])
    expect(await failure(1, at(0), 'p2')).toEqual(at(20))
  })

  it('forgets what has expired', async () => {
    await addPeople()
    await write(() => ledger().insert(entry()))
    await write(() => ledger().insert(entry({ payloadHash: 'h2', expiresAt: at(200) })))
    await fail('a', 10)
    await fail('b', 20)
    await write(() => ledger().removeExpired({ at: at(100), failedBefore: at(20) }))
    expect([await find('h1'), await find('h2')]).toEqual([undefined, entry({ payloadHash: 'h2', expiresAt: at(200) })])
    expect([await failure(1), await failure(2)]).toEqual([at(20), undefined])
  })

  it('goes with its person', async () => {
    await addPeople()
    await write(() => ledger().insert(entry()))
    await fail('a', 10)
    await write(() => stores().people.remove('p1'))
    expect([await find('h1'), await failure(1)]).toEqual([undefined, undefined])
  })
})
