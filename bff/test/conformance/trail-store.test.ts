import { expect, it } from 'vitest'
import type { TrailArea } from '../../src/domain/trail.ts'
import { forEachStorage } from '../support/for-each-storage.ts'

const at = new Date(1000)

forEachStorage('TrailStore', (stores) => {
  const upsert = (id: string, name: string, lengthMeters: number, area: TrailArea | null = null) =>
    stores().store.write(() => stores().trails.upsert({ id, name, lengthMeters, area }, at))
  const list = () => stores().store.read(() => stores().trails.list())

  it('lists by name', async () => {
    await upsert('t1', 'B 湖', 2000)
    await upsert('t2', 'A 湖', 1000)
    expect(await list()).toEqual([
      { id: 't2', name: 'A 湖', lengthMeters: 1000, area: null },
      { id: 't1', name: 'B 湖', lengthMeters: 2000, area: null },
    ])
  })

  it('changes the length and area of a trail that is added again, and keeps its id', async () => {
    const area = { latitude: 30.2485, longitude: 120.1453, radiusMeters: 2500 }
    await upsert('t1', 'A 湖', 1000)
    await upsert('t2', 'A 湖', 1500, area)
    expect(await list()).toEqual([{ id: 't1', name: 'A 湖', lengthMeters: 1500, area }])
  })
})
