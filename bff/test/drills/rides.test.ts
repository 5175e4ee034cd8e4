import type { Ride, RideSample } from '@trailpass/shared'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Bike, openBikeYard } from '../support/bike-yard.ts'
import { figure, seed } from '../support/figure.ts'
import { createRiding, type Riding } from '../support/riding.ts'
import { storages } from '../support/storages.ts'
import { withStack } from '../support/with-stack.ts'

const rides = figure('RIDES', 12)
const hourMs = 3_600_000

/** What was ridden, in whole millimetres and millijoules, so that the truth is exact. */
const measured = fc.array(
  fc.record({
    durationMs: fc.integer({ min: 0, max: 10_000 }),
    millimeters: fc.integer({ min: 0, max: 100_000 }),
    millijoules: fc.integer({ min: 0, max: 4_000_000 }),
  }),
  { minLength: 1, maxLength: 60 },
)

/** What becomes of the samples on their way. Each pick stands for a place in the ride, as a share of its length. */
const journey = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constantFrom('phone', 'bike'),
      picks: fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 1, maxLength: 20 }),
    }),
    fc.constant({ kind: 'finish', picks: [] }),
    fc.constant({ kind: 'an hour passes', picks: [] }),
  ),
  { maxLength: 12 },
)

const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0)
const toSample = (
  each: { durationMs: number; millimeters: number; millijoules: number },
  sequence: number,
): RideSample => ({
  sequence,
  durationMs: each.durationMs,
  distanceMeters: each.millimeters / 1000,
  workJoules: each.millijoules / 1000,
})

function expectNoLess(ride: Ride, before: Ride): void {
  for (const name of ['distanceMeters', 'movingSeconds', 'energyKcal', 'samplesThrough'] as const) {
    expect(ride[name]).toBeGreaterThanOrEqual(before[name])
  }
}

/** Delivers as the journey has it, then as the phone does: whatever the server does not have, from the first gap on. */
async function play(
  riding: Riding,
  advance: (ms: number) => void,
  { token, bike }: { token: string; bike: Bike },
  samples: RideSample[],
  steps: { kind: string; picks: readonly number[] }[],
): Promise<Ride> {
  const { ride, report, addSamples, finish } = riding
  await report(bike, { samples: [] })
  let known = await ride(token, bike)
  for (const { kind, picks } of [...steps, { kind: 'finish', picks: [] }, { kind: 'an hour passes', picks: [] }]) {
    const batch = picks.flatMap((pick) => samples[Math.floor(pick * samples.length)] ?? [])
    if (kind === 'an hour passes') advance(hourMs)
    else if (kind === 'bike') expect((await report(bike, { rideId: known.id, samples: batch })).status).toBe(200)
    else {
      const { body } = kind === 'finish' ? await finish(token, known.id) : await addSamples(token, known.id, batch)
      expectNoLess(body, known)
      known = body
    }
  }
  while (known.samplesThrough < samples.length) {
    const missing = samples.slice(known.samplesThrough, known.samplesThrough + 25)
    const { body } = await addSamples(token, known.id, missing)
    expectNoLess(body, known)
    expect(body.samplesThrough).toBeGreaterThan(known.samplesThrough)
    known = body
  }
  return known
}

it.each(storages)(
  `${rides} rides with samples lost, repeated, reordered and late come to their true totals, on $name`,
  (storage) =>
    withStack(
      async (stack) => {
        const riding = createRiding(stack)
        const bike = await (await openBikeYard(stack)).addBike()
        let riddenMillimeters = 0
        await fc.assert(
          fc.asyncProperty(measured, journey, async (ridden, steps) => {
            const token = await riding.member()
            const ride = await play(riding, stack.advance, { token, bike }, ridden.map(toSample), steps)
            const millimeters = sum(ridden.map((each) => each.millimeters))
            expect(ride).toMatchObject({
              state: 'finished',
              distanceMeters: millimeters / 1000,
              movingSeconds: sum(ridden.map(({ durationMs }) => durationMs)) / 1000,
              energyKcal:
                Math.round((sum(ridden.map(({ millijoules }) => millijoules)) / 1000 / 4184 / 0.24) * 10) / 10,
              samplesThrough: ridden.length,
            })
            riddenMillimeters += millimeters
            const { body } = await riding.ranking(token, bike.trailId, 'all')
            expect(body.mine?.distanceMeters ?? 0).toBe(riddenMillimeters / 1000)
          }),
          // One ride follows another on the same store, so a failing one cannot be tried again smaller.
          { numRuns: rides, endOnFailure: true, seed: seed() },
        )
      },
      { storage },
    ),
)
