import { leaderboardPeriods, type RideSample } from '@trailpass/shared'
import { addSample, type RideRecord } from '../../domain/trail/ride.ts'
import { everywhere, type StandingPlace, standingPeriod } from '../../domain/trail/standing.ts'
import type { Clock } from '../../ports/clock.ts'
import type { RideStore } from '../../ports/trail/ride-store.ts'
import type { StandingStore } from '../../ports/trail/standing-store.ts'
import type { Unit } from '../../ports/unit.ts'

/** Adds samples to a locked ride, each once, and the distance to the rankings. */
export type CountSamples = (ride: RideRecord, samples: readonly RideSample[]) => Unit<RideRecord>

export function createCountSamples(deps: { rides: RideStore; standings: StandingStore; clock: Clock }): CountSamples {
  const { rides, standings, clock } = deps

  /** The number of samples received from the start without a gap. */
  function* findThrough({ id, samplesThrough }: RideRecord, added: number): Unit<number> {
    // The range behind a gap may be long, so it is read in steps.
    const step = added + 200
    for (let through = samplesThrough; ; through += step) {
      const sequences = yield* rides.listSamplesFrom(id, through, step)
      const gap = sequences.findIndex((sequence, index) => sequence !== through + index)
      if (gap >= 0) return through + gap
      if (sequences.length < step) return through + sequences.length
    }
  }

  return function* count(ride, samples) {
    let counted = ride
    for (const sample of samples) {
      if (sample.sequence < ride.samplesThrough) continue
      if (yield* rides.claimSample(ride.id, sample.sequence)) counted = addSample(counted, sample)
    }
    if (counted === ride) return ride
    const samplesThrough = yield* findThrough(counted, samples.length)
    counted = { ...counted, samplesThrough, lastSampleAt: clock.now() }
    yield* rides.update(counted)
    if (samplesThrough > ride.samplesThrough) yield* rides.removeSamplesBelow(ride.id, samplesThrough)
    const millimeters = counted.distanceMillimeters - ride.distanceMillimeters
    if (millimeters > 0) {
      yield* standings.add(placesOf(ride), ride.personId, millimeters)
    }
    return counted
  }
}

function placesOf({ trailId, day }: RideRecord): StandingPlace[] {
  const onTrail = leaderboardPeriods.map((period) => ({ trailId, period: standingPeriod(period, day) }))
  return [...onTrail, { trailId: everywhere, period: standingPeriod('today', day) }]
}
