import { beforeEach, expect, it } from 'vitest'
import type { RideRecord } from '../../src/domain/trail/ride.ts'
import { forEachStorage } from '../support/for-each-storage.ts'
import { addBikes, addPeople, addTrail, at, rideRecord } from '../support/ride-fixtures.ts'

const everyone = Array.from({ length: 50 }, (_, index) => `p${index + 1}`)
const everyBike = Array.from({ length: 50 }, (_, index) => `BIKE${String(index + 1).padStart(4, '0')}`)
const finished = { state: 'finished', finishedAt: at(9000) } as const

forEachStorage('RideStore', (stores) => {
  const write: ReturnType<typeof stores>['store']['write'] = (unit) => stores().store.write(unit)
  const read: ReturnType<typeof stores>['store']['read'] = (unit) => stores().store.read(unit)
  const rides = () => stores().rides
  const insert = (changes?: Partial<RideRecord>) => write(() => rides().insert(rideRecord(changes)))
  const list = async (before: string, limit: number) =>
    (await read(() => rides().list('p1', before, limit))).map(({ id }) => id)

  beforeEach(async () => {
    await addPeople(stores(), ...everyone)
    await addTrail(stores(), 't1', 'A 湖')
    await addBikes(stores(), 't1', ...everyBike)
  })

  it('finds a ride by id, intent, and while it goes on by person and bike', async () => {
    await insert()
    const ways = [
      () => rides().find('r1'),
      () => rides().findByIntent('intent of r1'),
      () => rides().findActiveOfPerson('p1'),
      () => rides().findActiveOfDevice('BIKE0001'),
    ]
    for (const way of ways) expect(await read(way)).toEqual(rideRecord())
    await write(() => rides().update(rideRecord(finished)))
    const found = await Promise.all(ways.map(read))
    expect(found).toEqual([rideRecord(finished), rideRecord(finished), undefined, undefined])
  })

  it('keeps every figure of an update', async () => {
    await insert()
    const ridden = rideRecord({
      movingMs: 72_000_000_000,
      distanceMillimeters: 1_800_000_000_000,
      workMillijoules: 144_000_000_000_000,
      newestSequence: 19_999,
      newestSpeedMillimetersPerSecond: 25_000,
      samplesThrough: 20_000,
    })
    await write(() => rides().update(ridden))
    expect(await write(() => rides().lock('r1'))).toEqual(ridden)
  })

  it('has one active ride of a person, however many start at once', async () => {
    const started = await Promise.allSettled(everyBike.map((deviceId, index) => insert({ id: `r${index}`, deviceId })))
    expect(started.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await list('z', 100)).toHaveLength(1)
  })

  it('has one active ride of a bike, however many start at once', async () => {
    const started = await Promise.allSettled(everyone.map((personId, index) => insert({ id: `r${index}`, personId })))
    expect(started.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('lets person and bike ride again once the ride is over', async () => {
    await insert(finished)
    await insert({ id: 'r2' })
    await expect(insert({ id: 'r3' })).rejects.toThrow()
    expect((await read(() => rides().findActiveOfPerson('p1')))?.id).toBe('r2')
  })

  it('has one ride of an intent', async () => {
    await insert(finished)
    await expect(insert({ id: 'r2', intentId: 'intent of r1' })).rejects.toThrow()
  })

  it('lists newest first, from below an id, so many', async () => {
    for (const id of ['r1', 'r2', 'r3']) await insert({ ...finished, id })
    await insert({ ...finished, id: 'r4', personId: 'p2' })
    expect(await list('z', 2)).toEqual(['r3', 'r2'])
    expect(await list('r2', 2)).toEqual(['r1'])
  })

  it('gives each sample to the first who claims it', async () => {
    await insert()
    const claims = await Promise.all(
      Array.from({ length: 50 }, () =>
        write(function* () {
          yield* rides().lock('r1')
          return yield* rides().claimSample('r1', 7)
        }),
      ),
    )
    expect(claims.filter(Boolean)).toHaveLength(1)
    expect(await write(() => rides().claimSample('r1', 8))).toBe(true)
  })

  it('lists claimed samples from a number on, in order', async () => {
    await insert()
    for (const sequence of [11, 2, 9, 10]) await write(() => rides().claimSample('r1', sequence))
    expect(await read(() => rides().listSamplesFrom('r1', 9, 2))).toEqual([9, 10])
    expect(await read(() => rides().listSamplesFrom('r1', 12, 2))).toEqual([])
  })

  it('sums a person’s days', async () => {
    const figures = { movingMs: 1, distanceMillimeters: 2_000_000_000_000, workMillijoules: 3 }
    await insert({ ...finished, ...figures })
    await insert({ ...finished, ...figures, id: 'r2' })
    await insert({ ...finished, ...figures, id: 'r3', day: '2026-10-31' })
    await insert({ ...finished, ...figures, id: 'r4', personId: 'p2' })
    expect(await read(() => rides().sumByDay('p1', '2026-11-01'))).toEqual([
      { day: '2026-11-01', rides: 2, movingMs: 2, distanceMillimeters: 4_000_000_000_000, workMillijoules: 6 },
    ])
    expect(await read(() => rides().sumByDay('p1', '2026-10-31'))).toHaveLength(2)
  })
})
