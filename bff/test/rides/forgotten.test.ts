import { expect } from 'vitest'
import { restMs } from '../../src/domain/trail/ride.ts'
import { forEachGround } from '../support/ride-suite.ts'
import { sample } from '../support/riding.ts'

const minuteMs = 60_000

forEachGround('A ride whose rider left', (it) => {
  it('ends at its last sample once its bike has measured nothing for a quarter of an hour', async (ground) => {
    const { stack, yard, report, ride, current, list, member } = ground
    const [token, bike] = [await member(), await yard.addBike()]
    const { id } = await ride(token, bike)
    stack.advance(5 * minuteMs)
    await report(bike, { samples: [sample(0)] })
    const leftAt = stack.clock.now().getTime()
    stack.advance(restMs - minuteMs)
    expect((await report(bike, { samples: [] })).body.ride?.id).toBe(id)
    stack.advance(2 * minuteMs)
    expect((await report(bike, { samples: [] })).body).toEqual({ ride: null })
    expect((await current(token)).body).toEqual({ ride: null })
    const [ended] = (await list(token)).body.rides
    expect(ended).toMatchObject({ id, state: 'finished', distanceMeters: 10, ranking: { before: null, after: 1 } })
    expect(Math.abs(Date.parse(ended?.finishedAt ?? '') - leftAt)).toBeLessThan(minuteMs)
    expect((await ground.finish(token, id)).body).toEqual(ended)
    expect(await ride(token, bike)).toMatchObject({ state: 'active' })
  })

  it('ends where it began when nothing was ever measured', async (ground) => {
    const { stack, yard, report, ride, list, member } = ground
    const [token, bike] = [await member(), await yard.addBike()]
    const { startedAt } = await ride(token, bike)
    stack.advance(restMs)
    expect((await report(bike, { samples: [] })).body).toEqual({ ride: null })
    expect((await list(token)).body.rides[0]).toMatchObject({ state: 'finished', finishedAt: startedAt, ranking: null })
  })

  it('goes on through an hour without signal: the first that comes is what was measured meanwhile', async (ground) => {
    const { stack, yard, report, ride, member } = ground
    const [token, bike] = [await member(), await yard.addBike()]
    const { id } = await ride(token, bike)
    stack.advance(60 * minuteMs)
    await stack.context.housekeeping.sweep()
    const samples = [sample(0), sample(1)]
    expect((await report(bike, { rideId: id, samples })).body.ride).toEqual({ id, nextSequence: 2 })
  })

  it('ends when it was last heard of where the bike fell silent too', async (ground) => {
    const { stack, yard, ride, addSamples, list, member } = ground
    const [token, bike] = [await member(), await yard.addBike()]
    const { id } = await ride(token, bike)
    stack.advance(30 * minuteMs)
    await addSamples(token, id, [sample(0)])
    const heardAt = stack.clock.now().getTime()
    stack.advance(6 * 60 * minuteMs)
    await stack.context.housekeeping.sweep()
    const [ended] = (await list(token)).body.rides
    expect(ended).toMatchObject({ state: 'finished', ranking: { before: null, after: 1 } })
    expect(Math.abs(Date.parse(ended?.finishedAt ?? '') - heardAt)).toBeLessThan(minuteMs)
  })
})
