import { expect } from 'vitest'
import { dayOf, defaultTimeZone } from '../../src/domain/day.ts'
import { standingPeriod } from '../../src/domain/trail/standing.ts'
import { addPeople } from '../support/ride-fixtures.ts'
import { forEachGround, type Ground } from '../support/ride-suite.ts'
import { sample } from '../support/riding.ts'

async function rideAlong({ yard, ride, addSamples, finish }: Ground, token: string, meters: number) {
  const { id } = await ride(token, await yard.addBike())
  if (meters > 0) await addSamples(token, id, [sample(0, { distanceMeters: meters })])
  return finish(token, id)
}

const mondayNoon = Date.UTC(2026, 11, 7, 4) // in Shanghai

forEachGround('The end of a ride', (it) => {
  it('tells from which place to which it moved its rider this week', async (ground) => {
    ground.stack.advance(mondayNoon - ground.stack.clock.now().getTime())
    const [alice, bob, carol] = [await ground.member('alice'), await ground.member('bob'), await ground.member('carol')]
    await rideAlong(ground, bob, 400)
    await rideAlong(ground, carol, 300)
    const first = await rideAlong(ground, alice, 100)
    expect(first.body.ranking).toEqual({ period: 'week', before: null, after: 3 })
    expect((await rideAlong(ground, alice, 250)).body.ranking).toEqual({ period: 'week', before: 3, after: 2 })
    expect((await rideAlong(ground, alice, 10)).body.ranking).toEqual({ period: 'week', before: 2, after: 2 })
    expect((await rideAlong(ground, alice, 1000)).body.ranking).toEqual({ period: 'week', before: 2, after: 1 })
    ground.stack.advance(7 * 86_400_000)
    expect((await rideAlong(ground, alice, 1)).body.ranking).toEqual({ period: 'week', before: null, after: 1 })
  })

  it('says the same again, whoever rode meanwhile, and in the list of rides', async (ground) => {
    const [alice, bob] = [await ground.member('alice'), await ground.member('bob')]
    const ended = await rideAlong(ground, alice, 100)
    await rideAlong(ground, bob, 5000)
    const again = await ground.finish(alice, ended.body.id)
    expect(again.text).toBe(ended.text)
    expect((await ground.list(alice)).body.rides).toEqual([ended.body])
  })

  it('tells of no place where none was won, or while it goes on', async (ground) => {
    const alice = await ground.member('alice')
    expect(await ground.ride(alice, await ground.yard.addBike())).toMatchObject({ ranking: null })
    await ground.finish(alice, (await ground.current(alice)).body.ride?.id ?? '')
    expect((await rideAlong(ground, alice, 0)).body.ranking).toBeNull()
  })

  it('agrees with the board, also far down', async (ground) => {
    const alice = await ground.member('alice')
    const { trailId } = await ground.yard.addBike()
    const others = Array.from({ length: 60 }, (_, index) => `rider-${index + 10}`)
    await addPeople(ground.yard.stores, ...others)
    await rideAlong(ground, alice, 10)
    const { standings, store } = ground.yard.stores
    const period = standingPeriod('week', dayOf(ground.stack.clock.now(), defaultTimeZone))
    await store.write(function* () {
      for (const [index, id] of others.entries()) yield* standings.add([{ trailId, period }], id, (index + 1) * 10_000)
    })
    const { ranking } = (await rideAlong(ground, alice, 295)).body
    expect(ranking).toEqual({ period: 'week', before: 61, after: 31 })
    expect((await ground.ranking(alice, trailId, 'week')).body.mine?.rank).toBe(31)
  })
})
