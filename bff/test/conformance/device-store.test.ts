import { beforeEach, expect, it } from 'vitest'
import type { ScanIntent } from '../../src/domain/trail/device.ts'
import { forEachStorage } from '../support/for-each-storage.ts'
import { addPeople, addTrail, at } from '../support/ride-fixtures.ts'

const placed = { id: 'BIKE0001', trailId: 't1', number: 2 }
const intent = (changes: Partial<ScanIntent> = {}): ScanIntent => ({
  id: 'i1',
  personId: 'p1',
  deviceId: 'BIKE0001',
  entryKind: 'scan',
  expiresAt: at(1000),
  ...changes,
})

forEachStorage('DeviceStore', (stores) => {
  const write: ReturnType<typeof stores>['store']['write'] = (unit) => stores().store.write(unit)
  const devices = () => stores().devices
  const add = (id: string, number: number, trailId = 't1') =>
    write(() => devices().insert({ id, trailId, number, createdAt: at(0) }))
  const find = (id: string) => stores().store.read(() => devices().find(id))
  const free = (after = at(0)) => stores().store.read(() => devices().countFree(after))

  beforeEach(async () => {
    await addTrail(stores(), 't1', 'A 湖')
    await add('BIKE0001', 2)
  })

  it('finds a bike with the name of its trail, never revoked and never heard of', async () => {
    expect(await find('BIKE0001')).toEqual({
      id: 'BIKE0001',
      trailId: 't1',
      trailName: 'A 湖',
      number: 2,
      epoch: 0,
      trailEpoch: 0,
      revokedAt: null,
      lastReportAt: null,
    })
    expect(await find('BIKE0002')).toBeUndefined()
  })

  it('lists by trail and number', async () => {
    await addTrail(stores(), 't0', 'B 湖')
    await add('BIKE0002', 1, 't0')
    await add('BIKE0003', 1)
    const listed = await stores().store.read(() => devices().list())
    expect(listed.map(({ id }) => id)).toEqual(['BIKE0003', 'BIKE0001', 'BIKE0002'])
  })

  it('has one bike of a number on a trail', async () => {
    await expect(add('BIKE0002', 2)).rejects.toThrow()
    expect(await find('BIKE0002')).toBeUndefined()
  })

  it('lets one unit after another change a locked bike', async () => {
    const renew = () =>
      write(function* () {
        const found = yield* devices().lock('BIKE0001')
        if (found) yield* devices().update({ ...found, epoch: found.epoch + 1 })
      })
    await Promise.all(Array.from({ length: 10 }, renew))
    expect(await find('BIKE0001')).toMatchObject({ epoch: 10 })
    expect(await write(() => devices().lock('BIKE0002'))).toBeUndefined()
  })

  it('moves no bike to where another has its number', async () => {
    await add('BIKE0002', 3)
    const moving = { id: 'BIKE0002', trailId: 't1', number: 2, epoch: 1, trailEpoch: 1, revokedAt: null }
    await expect(write(() => devices().update(moving))).rejects.toThrow()
    expect(await find('BIKE0002')).toMatchObject({ number: 3, epoch: 0 })
  })

  it('keeps what an operator decides and when the bike reported', async () => {
    await write(() => devices().saveReport('BIKE0001', at(5)))
    await addTrail(stores(), 't2', 'B 湖')
    const decided = { id: 'BIKE0001', trailId: 't2', number: 7, epoch: 3, trailEpoch: 2, revokedAt: at(9) }
    await write(() => devices().update(decided))
    expect(await find('BIKE0001')).toEqual({ ...decided, trailName: 'B 湖', lastReportAt: at(5) })
  })

  it('counts bikes that never reported or did lately as free, and neither silent nor revoked ones', async () => {
    expect(await free()).toBe(1)
    await write(() => devices().saveReport('BIKE0001', at(5)))
    expect(await free(at(4))).toBe(1)
    expect(await free(at(5))).toBe(0)
    await write(() => devices().update({ ...placed, epoch: 0, trailEpoch: 0, revokedAt: at(9) }))
    expect(await free(at(4))).toBe(0)
  })

  it('finds an intent by id, and by person and bike while it is good', async () => {
    await addPeople(stores(), 'p1', 'p2')
    await write(() => devices().insertIntent(intent()))
    const of = (personId: string, validAt: Date) =>
      stores().store.read(() => devices().findIntentOf(personId, 'BIKE0001', validAt))
    expect(await stores().store.read(() => devices().findIntent('i1'))).toEqual(intent())
    expect(await of('p1', at(999))).toEqual(intent())
    expect(await of('p1', at(1000))).toBeUndefined()
    expect(await of('p2', at(0))).toBeUndefined()
  })

  it('forgets expired intents', async () => {
    await addPeople(stores(), 'p1')
    await write(() => devices().insertIntent(intent()))
    await write(() => devices().insertIntent(intent({ id: 'i2', expiresAt: at(2000) })))
    const find = (id: string) => stores().store.read(() => devices().findIntent(id))
    await write(() => devices().removeExpiredIntents(at(1000)))
    expect(await find('i1')).toBeUndefined()
    expect(await find('i2')).toBeDefined()
  })

  it('lets intents go with their person', async () => {
    await addPeople(stores(), 'p1')
    await write(() => devices().insertIntent(intent()))
    await write(() => stores().people.remove('p1'))
    expect(await stores().store.read(() => devices().findIntent('i1'))).toBeUndefined()
  })
})
