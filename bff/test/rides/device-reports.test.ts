import { randomBytes } from 'node:crypto'
import { expect } from 'vitest'
import { expectProblem } from '../support/expect-problem.ts'
import { forEachGround } from '../support/ride-suite.ts'
import { sample } from '../support/riding.ts'

const minuteMs = 60_000

forEachGround('A bike’s report', (it) => {
  it('feeds the ride going on, and is told the next number', async ({ yard, report, ride, current, member }) => {
    const [token, bike] = [await member(), await yard.addBike()]
    expect((await report(bike, { samples: [sample(0)] })).body).toEqual({ ride: null })
    const { id } = await ride(token, bike)
    expect((await report(bike, { samples: [] })).body).toEqual({ ride: { id, nextSequence: 0 } })
    const samples = [sample(0), sample(1), sample(4)]
    expect((await report(bike, { samples })).body).toEqual({ ride: { id, nextSequence: 5 } })
    expect((await current(token)).body.ride).toMatchObject({ distanceMeters: 30, samplesThrough: 2 })
  })

  it('is believed only as its own bike signed it', async ({ yard, report, ride, current, member }) => {
    const [token, bike, other] = [await member(), await yard.addBike(), await yard.addBike()]
    await ride(token, bike)
    const samples = [sample(0)]
    const forgeries = [
      { key: randomBytes(32) },
      { key: other.reportKey },
      { body: { samples: [sample(1)] } },
      { body: { samples, rideId: 'another' } },
      { signature: '' },
      { signature: 'AAAA' },
      { signature: randomBytes(32).toString('base64url') },
    ]
    for (const forgery of forgeries) {
      expectProblem(await report(bike, { samples }, forgery), 404, 'device.unknown')
    }
    expectProblem(await report({ ...bike, id: other.id }, { samples }), 404, 'device.unknown')
    expect((await current(token)).body.ride?.distanceMeters).toBe(0)
  })

  it('is believed for five minutes, either way', async ({ stack, yard, report }) => {
    const bike = await yard.addBike()
    const around = (ms: number) => ({ time: String(stack.clock.now().getTime() + ms) })
    for (const ms of [-4.9 * minuteMs, 4.9 * minuteMs]) {
      expect((await report(bike, { samples: [] }, around(Math.round(ms)))).status).toBe(200)
    }
    for (const time of [around(-5.1 * minuteMs).time, around(5.1 * minuteMs).time, '', 'soon', 'NaN', '-Infinity']) {
      expectProblem(await report(bike, { samples: [] }, { time }), 404, 'device.unknown')
    }
  })

  it('of a bike out of service, or of none, is refused', async ({ yard, report }) => {
    const bike = await yard.addBike()
    await yard.revoke(bike)
    expectProblem(await report(bike, { samples: [] }), 410, 'device.revoked')
    expectProblem(await report({ ...bike, id: 'N0B1KE00' }, { samples: [] }), 404, 'device.unknown')
  })

  it('may bring what belongs to an earlier ride of this bike', async (ground) => {
    const { stack, yard, report, ride, finish, list, current, member } = ground
    const [alice, bob, bike, other] = [
      await member('alice'),
      await member('bob'),
      await yard.addBike(),
      await yard.addBike(),
    ]
    const earlier = await ride(alice, bike)
    await finish(alice, earlier.id)
    stack.advance(60 * minuteMs)
    const { id } = await ride(bob, bike)
    const late = { rideId: earlier.id, samples: [sample(0), sample(1)] }
    expect((await report(bike, late)).body).toEqual({ ride: { id, nextSequence: 0 } })
    expect((await list(alice)).body.rides[0]).toMatchObject({ id: earlier.id, distanceMeters: 20 })
    expect((await current(bob)).body.ride?.distanceMeters).toBe(0)

    expect((await report(other, { rideId: id, samples: [sample(0)] })).body).toEqual({ ride: null })
    expect((await report(bike, { rideId: 'no-such-ride', samples: [sample(0)] })).status).toBe(200)
    expect((await current(bob)).body.ride?.distanceMeters).toBe(0)
  })
})
