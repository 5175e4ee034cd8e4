import { expect, it } from 'vitest'
import type { TrailArea, TrailRecord } from '../../src/domain/trail/trail.ts'
import { forEachStorage } from '../support/for-each-storage.ts'
import { at, trailRecord } from '../support/ride-fixtures.ts'

const circle: TrailArea = { kind: 'circle', latitude: 30.2485, longitude: 120.1453, radiusMeters: 2500 }
const corners: [number, number][] = [
  [120.1, 30.2],
  [120.2, 30.2],
  [120.2, 30.3],
  [120.1, 30.2],
]
const outline: TrailArea = { kind: 'outline', ring: corners }

forEachStorage('TrailStore', (stores) => {
  const upsert = (changes: Partial<TrailRecord>) =>
    stores().store.write(() => stores().trails.upsert(trailRecord(changes), at(0)))
  const list = () => stores().store.read(() => stores().trails.list())
  const find = (id: string) => stores().store.read(() => stores().trails.find(id))

  it('lists by name, and finds by id', async () => {
    await upsert({ id: 't1', name: 'B 湖', lengthMeters: 2000 })
    await upsert({ id: 't2', name: 'A 湖' })
    const [first, second] = [trailRecord({ id: 't2' }), trailRecord({ name: 'B 湖', lengthMeters: 2000 })]
    expect(await list()).toEqual([first, second])
    expect(await find('t1')).toEqual(second)
    expect(await find('t3')).toBeUndefined()
  })

  it('changes all but the id of a trail that is added again', async () => {
    await upsert({ id: 't1' })
    for (const changes of [
      { lengthMeters: 1500, area: circle, timeZone: 'Asia/Urumqi' },
      { area: outline },
      { area: circle },
      {},
    ]) {
      await upsert({ id: 't2', ...changes })
      expect(await list()).toEqual([trailRecord({ id: 't1', ...changes })])
    }
  })
})
