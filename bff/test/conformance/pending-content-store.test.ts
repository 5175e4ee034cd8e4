import { beforeEach, expect, it } from 'vitest'
import type { PendingContent } from '../../src/domain/content.ts'
import type { Unit } from '../../src/ports/unit.ts'
import { forEachStorage } from '../support/for-each-storage.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 1, 0, minute))
const content = (changes: Partial<PendingContent> = {}): PendingContent => ({
  personId: 'p1',
  field: 'nickname',
  value: '小林',
  standing: 'unchecked',
  traceId: null,
  changedAt: at(1),
  ...changes,
})

forEachStorage('PendingContentStore', (stores) => {
  const run = <T>(unit: () => Unit<T>) => stores().store.write(unit)
  const upsert = (changes?: Partial<PendingContent>) => run(() => stores().pendingContent.upsert(content(changes)))
  const list = (personId = 'p1') => run(() => stores().pendingContent.list(personId))

  beforeEach(() =>
    run(function* () {
      for (const id of ['p1', 'p2']) yield* stores().people.insert({ id, createdAt: at(0) })
    }),
  )

  it('keeps one value for each field of a person, the latest', async () => {
    await upsert()
    await upsert({ field: 'avatar', value: 'a.jpg', standing: 'asked', traceId: 't1', changedAt: at(2) })
    await upsert({ value: '林小', standing: 'review', changedAt: at(3) })
    await upsert({ personId: 'p2' })
    expect(await list()).toEqual([
      content({ field: 'avatar', value: 'a.jpg', standing: 'asked', traceId: 't1', changedAt: at(2) }),
      content({ value: '林小', standing: 'review', changedAt: at(3) }),
    ])
  })

  it('finds what a trace stands for, and nothing once that is replaced', async () => {
    const find = (trace: string) => run(() => stores().pendingContent.findByTrace(trace))
    await upsert({ field: 'avatar', standing: 'asked', traceId: 't1' })
    expect(await find('t1')).toMatchObject({ personId: 'p1', field: 'avatar' })
    await upsert({ field: 'avatar', standing: 'asked', traceId: 't2' })
    expect(await find('t1')).toBeUndefined()
  })

  it('removes one field, however often, and all of a person who goes', async () => {
    await upsert()
    await upsert({ field: 'avatar' })
    for (const _ of [1, 2]) await run(() => stores().pendingContent.remove('p1', 'nickname'))
    expect((await list()).map(({ field }) => field)).toEqual(['avatar'])
    await run(() => stores().people.remove('p1'))
    expect(await list()).toEqual([])
  })

  it('lists what waits for human eyes, the oldest first', async () => {
    await upsert({ standing: 'review', changedAt: at(5) })
    await upsert({ field: 'avatar', standing: 'asked', changedAt: at(2) })
    await upsert({ personId: 'p2', standing: 'review', changedAt: at(1) })
    const waiting = await run(() => stores().pendingContent.listForReview())
    expect(waiting.map(({ personId, field }) => [personId, field])).toEqual([
      ['p2', 'nickname'],
      ['p1', 'nickname'],
    ])
  })

  it('lists what can be asked about, the oldest first', async () => {
    await upsert({ changedAt: at(5) })
    await upsert({ field: 'avatar', standing: 'asked', changedAt: at(2) })
    await upsert({ personId: 'p2', standing: 'unvisited', changedAt: at(1) })
    await upsert({ personId: 'p2', field: 'avatar', standing: 'review', changedAt: at(1) })
    const due = async (askedBefore: Date, limit = 9) =>
      (await run(() => stores().pendingContent.listDue({ askedBefore, limit }))).map(({ field }) => field)
    expect(await due(at(2))).toEqual(['nickname'])
    expect(await due(at(3))).toEqual(['avatar', 'nickname'])
    expect(await due(at(3), 1)).toEqual(['avatar'])
  })
})
