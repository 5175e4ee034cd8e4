import { expect, it } from 'vitest'
import { forEachStorage } from '../support/for-each-storage.ts'

forEachStorage('StepStore', (stores) => {
  const write: ReturnType<typeof stores>['store']['write'] = (unit) => stores().store.write(unit)
  const walk = (personId: string, day: string, steps: number) =>
    write(() => stores().steps.upsert(personId, { day, steps }))
  const since = (personId: string, day: string) => stores().store.read(() => stores().steps.listSince(personId, day))

  it('holds the latest figure of a day, days in order', async () => {
    for (const id of ['p1', 'p2']) await write(() => stores().people.insert({ id, createdAt: new Date(0) }))
    await walk('p1', '2026-11-03', 300)
    await walk('p1', '2026-11-02', 200)
    await walk('p1', '2026-11-01', 100)
    await walk('p1', '2026-11-03', 290)
    await walk('p2', '2026-11-03', 7)
    expect(await since('p1', '2026-11-02')).toEqual([
      { day: '2026-11-02', steps: 200 },
      { day: '2026-11-03', steps: 290 },
    ])
    await write(() => stores().people.remove('p1'))
    expect(await since('p1', '2026-11-01')).toEqual([])
    expect(await since('p2', '2026-11-01')).toHaveLength(1)
  })
})
