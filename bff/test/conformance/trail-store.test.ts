import { expect, it } from 'vitest'
import { forEachStorage } from '../support/for-each-storage.ts'

const at = new Date(1000)

forEachStorage('TrailStore', (stores) => {
  const upsert = (id: string, name: string, lengthMeters: number) =>
    stores().store.write(() => stores().trails.upsert({ id, name, lengthMeters }, at))
  const list = () => stores().store.read(() => stores().trails.list())

  it('lists by name', async () => {
    await upsert('t1', 'B 湖', 2000)
    await upsert('t2', 'A 湖', 1000)
    expect(await list()).toEqual([
      { id: 't2', name: 'A 湖', lengthMeters: 1000 },
      { id: 't1', name: 'B 湖', lengthMeters: 2000 },
    ])
  })

  it('changes the length of a trail that is added again, and keeps its id', async () => {
    await upsert('t1', 'A 湖', 1000)
    await upsert('t2', 'A 湖', 1500)
    expect(await list()).toEqual([{ id: 't1', name: 'A 湖', lengthMeters: 1500 }])
  })
})
