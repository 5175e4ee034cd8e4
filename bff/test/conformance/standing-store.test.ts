import { beforeEach, expect, it } from 'vitest'
import { everywhere } from '../../src/domain/trail/standing.ts'
import { forEachStorage } from '../support/for-each-storage.ts'
import { addPeople, addTrail } from '../support/ride-fixtures.ts'

forEachStorage('StandingStore', (stores) => {
  const write: ReturnType<typeof stores>['store']['write'] = (unit) => stores().store.write(unit)
  const read: ReturnType<typeof stores>['store']['read'] = (unit) => stores().store.read(unit)
  const standings = () => stores().standings
  const add = (personId: string, millimeters: number, trailId = 't1', period = 'all') =>
    write(() => standings().add([{ trailId, period }], personId, millimeters))
  const top = async (limit: number, trailId = 't1', period = 'all') =>
    (await read(() => standings().listTop(trailId, period, limit))).map(({ personId }) => personId)
  const rankOf = (personId: string) =>
    read(function* () {
      const own = yield* standings().find('t1', 'all', personId)
      return own && 1 + (yield* standings().countBefore('t1', 'all', own))
    })

  beforeEach(async () => {
    await addPeople(stores(), 'p1', 'p2', 'p3', 'p4')
    await addTrail(stores(), 't1', 'A 湖')
    await addTrail(stores(), 't2', 'B 湖')
  })

  it('adds up what a person rides, whoever adds at the same moment', async () => {
    await Promise.all(Array.from({ length: 20 }, () => add('p1', 2_000_000_000_000)))
    expect((await read(() => standings().find('t1', 'all', 'p1')))?.distanceMillimeters).toBe(40_000_000_000_000)
    expect(await read(() => standings().find('t1', 'all', 'p2'))).toBeUndefined()
  })

  it('keeps trails and periods apart', async () => {
    await add('p1', 1)
    await add('p2', 2, 't2')
    await add('p3', 3, 't1', 'day 2026-11-01')
    expect(await top(9)).toEqual(['p1'])
    expect(await top(9, 't2')).toEqual(['p2'])
    expect(await top(9, 't1', 'day 2026-11-01')).toEqual(['p3'])
  })

  it('lists the farthest first, of equals the later id, and counts who stands before in the same order', async () => {
    await add('p1', 20)
    await add('p2', 10)
    await add('p3', 30)
    await add('p4', 20)
    expect(await top(9)).toEqual(['p3', 'p4', 'p1', 'p2'])
    expect(await top(2)).toEqual(['p3', 'p4'])
    expect(await Promise.all(['p3', 'p4', 'p1', 'p2'].map(rankOf))).toEqual([1, 2, 3, 4])
  })

  it('names people as they are called at the moment', async () => {
    await add('p1', 1)
    const named = async () => (await read(() => standings().listTop('t1', 'all', 1)))[0]
    expect(await named()).toMatchObject({ nickname: null, avatarId: null })
    await write(function* () {
      const person = yield* stores().people.lock('p1')
      if (person) yield* stores().people.update({ ...person, nickname: '小林', avatarId: 'a1' })
    })
    expect(await named()).toMatchObject({ nickname: '小林', avatarId: 'a1' })
  })

  it('holds all trails together like any of them', async () => {
    await add('p1', 5)
    await add('p2', 8, everywhere)
    await add('p1', 9, everywhere)
    expect(await top(9, everywhere)).toEqual(['p1', 'p2'])
  })

  it('lists and counts only those who are shown, and keeps what the others ride', async () => {
    for (const [id, millimeters] of [
      ['p1', 10],
      ['p2', 20],
      ['p3', 30],
    ] as const) {
      await add(id, millimeters)
    }
    const show = (shown: boolean) =>
      write(function* () {
        const person = yield* stores().people.lock('p3')
        if (person) yield* stores().people.update({ ...person, ranked: shown })
        yield* standings().show('p3', shown)
      })
    await show(false)
    await add('p3', 5)
    await add('p3', 5, 't2')
    expect(await top(9)).toEqual(['p2', 'p1'])
    expect(await top(9, 't2')).toEqual([])
    expect(await rankOf('p1')).toBe(2)
    expect(await read(() => standings().find('t1', 'all', 'p3'))).toMatchObject({
      distanceMillimeters: 35,
      shown: false,
    })
    await show(true)
    expect(await top(9)).toEqual(['p3', 'p2', 'p1'])
    expect(await top(9, 't2')).toEqual(['p3'])
  })

  it('hides all of a person who hides while riding on', async () => {
    const periods = Array.from({ length: 30 }, (_, index) => `day ${index}`)
    const hide = write(function* () {
      const person = yield* stores().people.lock('p1')
      if (person) yield* stores().people.update({ ...person, ranked: false })
      yield* standings().show('p1', false)
    })
    await Promise.all([hide, ...periods.map((period) => add('p1', 1, 't1', period))])
    const found = await Promise.all(periods.map((period) => read(() => standings().find('t1', period, 'p1'))))
    expect(found.map((standing) => standing?.shown)).toEqual(periods.map(() => false))
  })

  it('lets standings go with their person', async () => {
    await add('p1', 1)
    await write(() => stores().people.remove('p1'))
    expect(await top(9)).toEqual([])
  })
})
