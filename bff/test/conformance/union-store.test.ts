import type { Platform } from '@trailpass/shared'
import { expect, it } from 'vitest'
import { forEachStorage } from '../support/for-each-storage.ts'
import { addBikes, addPeople, addTrail, at, rideRecord } from '../support/ride-fixtures.ts'
import { sessionRecord } from '../support/session-record.ts'

const union = { provider: 'wechat', subject: 'u-alice' } as const
const consent = { agreementId: 'privacy-policy', version: '1', agreedAt: at(0), screen: null }

forEachStorage('UnionStore', (stores) => {
  const write: ReturnType<typeof stores>['store']['write'] = (unit) => stores().store.write(unit)
  const unions = () => stores().unions
  const identify = (personId: string, appId: string, platform: Platform = 'weapp', unionSubject = 'u-alice') =>
    write(() =>
      stores().people.insertIdentity(
        { platform, appId, subject: `o-${personId}` },
        { personId, unionSubject, at: at(0) },
      ),
    )
  const register = (id: string) =>
    write(function* () {
      const person = yield* stores().people.lock(id)
      if (person) yield* stores().people.update({ ...person, registeredAt: at(0) })
    })
  const same = (personId: string) => write(() => unions().listSameMembers(personId))

  it('leads one unionid to one person, each provider apart', async () => {
    await addPeople(stores(), 'p1', 'p2')
    expect(await write(() => unions().findPerson(union))).toBeUndefined()
    await write(() => unions().insert(union, 'p1', at(0)))
    expect(await write(() => unions().findPerson(union))).toBe('p1')
    await expect(write(() => unions().insert(union, 'p2', at(0)))).rejects.toThrow()
    expect(await write(() => unions().findPerson({ ...union, provider: 'douyin' }))).toBeUndefined()
  })

  it('finds the other members of a unionid, until they are kept apart', async () => {
    await addPeople(stores(), 'p1', 'p2', 'p3', 'p4')
    await identify('p1', 'wx1')
    await identify('p2', 'wx2', 'h5')
    await identify('p3', 'wx3')
    await identify('p4', 'tt1', 'tt')
    for (const id of ['p1', 'p2', 'p4']) await register(id)
    expect(await same('p1')).toEqual(['p2'])
    expect(await same('p2')).toEqual(['p1'])
    expect(await same('p4')).toEqual([])
    await write(() => unions().keepApart('p2', 'p1'))
    await write(() => unions().keepApart('p1', 'p2'))
    expect(await same('p1')).toEqual([])
    expect(await same('p2')).toEqual([])
    expect(await write(() => unions().isApart('p1', 'p2'))).toBe(true)
    expect(await write(() => unions().isApart('p1', 'p3'))).toBe(false)
  })

  it('moves rides, scans, sessions, identities and consents, and adds up what stands in the rankings', async () => {
    await addPeople(stores(), 'p1', 'p2')
    await addTrail(stores(), 't1', 'A 湖')
    await addBikes(stores(), 't1', 'BIKE0001')
    await identify('p1', 'wx1')
    await write(function* () {
      const { people, rides, standings, devices, sessions } = stores()
      yield* rides.insert(rideRecord({ personId: 'p1' }))
      yield* standings.add([{ trailId: 't1', period: 'all' }], 'p1', 100)
      yield* standings.add([{ trailId: 't1', period: 'all' }], 'p2', 11)
      yield* standings.add([{ trailId: 't1', period: 'week' }], 'p1', 7)
      yield* people.insertConsent('p1', consent)
      yield* people.insertConsent('p1', { ...consent, version: '2' })
      yield* people.insertConsent('p2', { ...consent, agreedAt: at(5) })
      yield* devices.insertIntent({
        id: 'i1',
        personId: 'p1',
        deviceId: 'BIKE0001',
        entryKind: 'scan',
        expiresAt: at(9),
      })
      yield* sessions.insert(sessionRecord(at(0), { tokenHash: 't' }))
      yield* unions().moveBelongings('p1', 'p2')
      yield* people.remove('p1')
    })
    const { people, rides, standings, devices, sessions } = stores()
    expect((await write(() => rides.find('r1')))?.personId).toBe('p2')
    expect((await write(() => standings.find('t1', 'all', 'p2')))?.distanceMillimeters).toBe(111)
    expect((await write(() => standings.find('t1', 'week', 'p2')))?.distanceMillimeters).toBe(7)
    expect((await write(() => devices.findIntent('i1')))?.personId).toBe('p2')
    expect((await write(() => sessions.find('t')))?.personId).toBe('p2')
    expect(await write(() => people.listIdentities('p2'))).toHaveLength(1)
    expect(await write(() => people.listConsents('p2'))).toEqual([
      { ...consent, version: '2' },
      { ...consent, agreedAt: at(5) },
    ])
  })

  it('remembers who was joined, once', async () => {
    await addPeople(stores(), 'p1')
    const join = { personId: 'p1', joinedPersonId: 'p0', cause: 'asked', joinedAt: at(0) } as const
    await write(() => unions().insertJoin(join))
    await expect(write(() => unions().insertJoin(join))).rejects.toThrow()
    expect(await write(() => unions().listJoins('p1'))).toEqual([join])
    await write(() => stores().people.remove('p1'))
    expect(await write(() => unions().listJoins('p1'))).toEqual([])
  })
})
