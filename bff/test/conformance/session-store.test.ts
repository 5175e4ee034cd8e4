import { expect, it } from 'vitest'
import type { SessionRecord } from '../../src/domain/session.ts'
import { forEachStorage } from '../support/for-each-storage.ts'
import { sessionRecord } from '../support/session-record.ts'

const at = new Date('2026-11-01T00:00:00Z')
const day = (count: number) => new Date(at.getTime() + count * 86_400_000)

const record = (changes: Partial<SessionRecord> = {}) => sessionRecord(at, { model: 'iPhone 15', ...changes })

forEachStorage('SessionStore', (stores) => {
  const write: ReturnType<typeof stores>['store']['write'] = (unit) => stores().store.write(unit)
  const sessions = () => stores().sessions
  const find = (hash: string) => stores().store.read(() => sessions().find(hash))
  async function insert(...records: SessionRecord[]): Promise<void> {
    for (const personId of new Set(records.map((session) => session.personId))) {
      await write(() => stores().people.insert({ id: personId, createdAt: at }))
    }
    for (const session of records) await write(() => sessions().insert(session))
  }
  async function left(...hashes: string[]): Promise<string[]> {
    const found = await Promise.all(hashes.map(find))
    return hashes.filter((_, index) => found[index])
  }

  it('finds a session by its hash, as it was inserted', async () => {
    await insert(record(), record({ tokenHash: 't2', identified: false, model: null }))
    expect(await find('t1')).toEqual(record())
    expect(await find('t2')).toEqual(record({ tokenHash: 't2', identified: false, model: null }))
    expect(await find('t3')).toBeUndefined()
  })

  it('refuses a hash twice and a session of nobody', async () => {
    await insert(record())
    await expect(write(() => sessions().insert(record()))).rejects.toThrow()
    await expect(write(() => sessions().insert(record({ tokenHash: 't2', personId: 'nobody' })))).rejects.toThrow()
  })

  it('names the caller, who registers while the session lives', async () => {
    await insert(record())
    const caller = { personId: 'p1', identified: true, session: record() }
    expect(await write(() => sessions().findCaller('t1'))).toEqual({ ...caller, registered: false })
    await write(function* () {
      const person = yield* stores().people.lock('p1')
      if (person) yield* stores().people.update({ ...person, registeredAt: at })
    })
    expect(await write(() => sessions().findCaller('t1'))).toEqual({ ...caller, registered: true })
    expect(await write(() => sessions().findCaller('t2'))).toBeUndefined()
  })

  it('moves last-seen of one session', async () => {
    await insert(record(), record({ tokenHash: 't2' }))
    await write(() => sessions().touch('t1', day(1)))
    expect((await find('t1'))?.lastSeenAt).toEqual(day(1))
    expect((await find('t2'))?.lastSeenAt).toEqual(at)
  })

  it('removes by hash, and takes a second time in good part', async () => {
    await insert(record(), record({ tokenHash: 't2' }))
    await write(() => sessions().remove('t1'))
    await write(() => sessions().remove('t1'))
    expect(await left('t1', 't2')).toEqual(['t2'])
  })

  it('removes all of one person', async () => {
    await insert(record(), record({ tokenHash: 't2', deviceHash: 'd2' }), record({ tokenHash: 't3', personId: 'p2' }))
    await write(() => sessions().removeOfPerson('p1'))
    expect(await left('t1', 't2', 't3')).toEqual(['t3'])
  })

  it('removes those of one device in one app, the identified ones only when asked', async () => {
    await insert(
      record({ tokenHash: 'guest', identified: false }),
      record({ tokenHash: 'identified' }),
      record({ tokenHash: 'other-device', deviceHash: 'd2' }),
      record({ tokenHash: 'other-app', appId: 'wx2' }),
      record({ tokenHash: 'other-platform', platform: 'h5' }),
    )
    const all = ['guest', 'identified', 'other-device', 'other-app', 'other-platform']
    const device = { platform: 'weapp', appId: 'wx1', deviceHash: 'd1' } as const
    await write(() => sessions().removeOfDevice(device, { identified: false }))
    expect(await left(...all)).toEqual(all.slice(1))
    await write(() => sessions().removeOfDevice(device, { identified: true }))
    expect(await left(...all)).toEqual(all.slice(2))
  })

  it('goes with its person', async () => {
    await insert(record())
    await write(() => stores().people.remove('p1'))
    expect(await left('t1')).toEqual([])
  })

  it('removes what was idle or old for too long', async () => {
    await insert(
      record({ tokenHash: 'idle', createdAt: day(5), lastSeenAt: day(10) }),
      record({ tokenHash: 'old', createdAt: day(1), lastSeenAt: day(20) }),
      record({ tokenHash: 'live', createdAt: day(5), lastSeenAt: day(20) }),
    )
    await write(() => sessions().removeExpired({ lastSeenBefore: day(10), createdBefore: day(1) }))
    expect(await left('idle', 'old', 'live')).toEqual(['live'])
  })

  it('keeps what a session may do, and lets it go with the one it came from', async () => {
    const child = record({ tokenHash: 'child', scope: 'register', parentHash: 't1' })
    await insert(record(), child)
    expect(await find('child')).toEqual(child)
    await write(() => sessions().remove('t1'))
    expect(await left('child')).toEqual([])
  })

  it('removes old sessions of one scope', async () => {
    await insert(
      record(),
      record({ tokenHash: 'old', scope: 'register', createdAt: day(1), lastSeenAt: day(9) }),
      record({ tokenHash: 'young', scope: 'register', createdAt: day(2) }),
    )
    await write(() => sessions().removeOfScope('register', day(1)))
    expect(await left('t1', 'old', 'young')).toEqual(['t1', 'young'])
  })

  it('counts people, not sessions', async () => {
    await insert(
      record({ lastSeenAt: day(1) }),
      record({ tokenHash: 't2', lastSeenAt: day(2) }),
      record({ tokenHash: 't3', personId: 'p2', lastSeenAt: day(1) }),
      record({ tokenHash: 't4', personId: 'p3', lastSeenAt: day(0) }),
    )
    expect(await write(() => sessions().countPeopleSeenSince(day(1)))).toBe(2)
    expect(await write(() => sessions().countPeopleSeenSince(day(3)))).toBe(0)
  })
})
