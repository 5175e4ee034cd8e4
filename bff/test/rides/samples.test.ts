import { limits } from '@trailpass/shared'
import { expect } from 'vitest'
import { expectProblem } from '../support/expect-problem.ts'
import { forEachGround } from '../support/ride-suite.ts'
import { sample } from '../support/riding.ts'

forEachGround('Samples', (it) => {
  it('become figures, each counted once', async ({ yard, addSamples, ride, member }) => {
    const token = await member()
    const { id } = await ride(token, await yard.addBike())
    const first = await addSamples(token, id, [sample(0), sample(1, { durationMs: 1000, distanceMeters: 7.5 })])
    expect(first.body).toMatchObject({
      movingSeconds: 3,
      distanceMeters: 17.5,
      energyKcal: 0.2, // 240 J at the pedals, of 24 % efficiency
      speedMetersPerSecond: 7.5,
      samplesThrough: 2,
    })
    expect((await addSamples(token, id, [sample(1), sample(0), sample(0)])).body).toEqual(first.body)
  })

  it('beyond a gap count, and the gap is told until it closes', async ({ yard, addSamples, ride, member }) => {
    const token = await member()
    const { id } = await ride(token, await yard.addBike())
    const later = Array.from({ length: limits.samplesPerRequest }, (_, index) => sample(index + 1))
    expect((await addSamples(token, id, later)).body).toMatchObject({ samplesThrough: 0, distanceMeters: 2000 })
    const more = later.map(({ sequence }) => sample(sequence + limits.samplesPerRequest))
    await addSamples(token, id, more)
    expect((await addSamples(token, id, [sample(0)])).body.samplesThrough).toBe(2 * limits.samplesPerRequest + 1)
  })

  it('an older one changes no speed, and none is left once the ride is over', async (ground) => {
    const { yard, addSamples, ride, finish, member } = ground
    const token = await member()
    const { id } = await ride(token, await yard.addBike())
    await addSamples(token, id, [sample(5, { distanceMeters: 8 })])
    expect((await addSamples(token, id, [sample(4, { distanceMeters: 20 })])).body.speedMetersPerSecond).toBe(4)
    expect((await addSamples(token, id, [sample(6, { durationMs: 0 })])).body.speedMetersPerSecond).toBe(0)
    await finish(token, id)
    expect((await addSamples(token, id, [sample(7)])).body.speedMetersPerSecond).toBe(0)
  })

  it('an hour after the end still count', async ({ stack, yard, addSamples, ride, finish, summary, member }) => {
    const token = await member()
    const { id } = await ride(token, await yard.addBike())
    await finish(token, id)
    stack.advance(3_600_000)
    expect((await addSamples(token, id, [sample(0)])).body).toMatchObject({ state: 'finished', distanceMeters: 10 })
    expect((await summary(token, '7d')).totals.distanceMeters).toBe(10)
  })

  it('at once from all sides count once', async ({ yard, addSamples, report, ride, current, member }) => {
    const [token, bike] = [await member(), await yard.addBike()]
    const { id } = await ride(token, bike)
    const batches = Array.from({ length: 20 }, (_, index) => [sample(index), sample(index + 1)])
    const answers = await Promise.all(
      batches.flatMap((samples): Promise<{ status: number }>[] => [
        addSamples(token, id, samples),
        report(bike, { samples }),
      ]),
    )
    expect(answers.every(({ status }) => status === 200)).toBe(true)
    expect((await current(token)).body.ride).toMatchObject({ distanceMeters: 210, samplesThrough: 21 })
  })

  it('that no bike can measure are refused, all of the request', async ({
    yard,
    addSamples,
    ride,
    current,
    member,
  }) => {
    const token = await member()
    const { id } = await ride(token, await yard.addBike())
    const impossible = [
      { distanceMeters: -0.001 },
      { distanceMeters: 90_000.1 },
      { distanceMeters: '10' },
      { distanceMeters: null }, // what JSON makes of NaN
      { durationMs: -1 },
      { durationMs: 0.5 },
      { durationMs: 3_600_001 },
      { workJoules: -1 },
      { workJoules: 7_200_001 },
      { sequence: -1 },
      { sequence: 1.5 },
      { sequence: limits.samplesPerRide },
      { heartRate: 120 },
    ]
    for (const changes of impossible) {
      const samples = [sample(0), { ...sample(1), ...changes }]
      expectProblem(await addSamples(token, id, samples), 400, 'request.invalid')
    }
    const tooMany = Array.from({ length: limits.samplesPerRequest + 1 }, (_, index) => sample(index))
    for (const samples of [[], tooMany]) expectProblem(await addSamples(token, id, samples), 400, 'request.invalid')
    expect((await current(token)).body.ride).toMatchObject({ distanceMeters: 0, samplesThrough: 0 })
  })

  it('of another person’s ride are as unknown as those of none', async ({ yard, addSamples, finish, ride, member }) => {
    const [alice, bob] = [await member('alice'), await member('bob')]
    const { id } = await ride(alice, await yard.addBike())
    for (const foreign of [id, 'no-such-ride']) {
      expectProblem(await addSamples(bob, foreign, [sample(0)]), 404, 'ride.unknown')
      expectProblem(await finish(bob, foreign), 404, 'ride.unknown')
    }
  })
})
