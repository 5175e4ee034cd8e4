import type { RideSample } from '@trailpass/shared'
import { addSample, type RideRecord } from '../domain/ride.ts'
import { everywhere, standingPeriod } from '../domain/standing.ts'
import type { RideStore } from '../ports/ride-store.ts'
import type { StandingStore } from '../ports/standing-store.ts'
import type { Unit } from '../ports/unit.ts'

/** Counts samples into a locked ride, each once, and its distance into the rankings. */
export type CountSamples = (ride: RideRecord, samples: readonly RideSample[]) => Unit<RideRecord>

export function createCountSamples({ rides, standings }: { rides: RideStore; standings: StandingStore }): CountSamples {
  /** How many samples from the first on have come without a gap. */
  function* findThrough({ id, samplesThrough }: RideRecord, added: number): Unit<number> {
    // What lay behind a gap may be long, so it is walked in steps.
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
      if (yield* rides.claimSample(ride.id, sample.sequence)) counted = addSample(counted, sample)
    }
    if (counted === ride) return ride
    counted = { ...counted, samplesThrough: yield* findThrough(counted, samples.length) }
    yield* rides.update(counted)
    const millimeters = counted.distanceMillimeters - ride.distanceMillimeters
    if (millimeters > 0) {
      for (const period of ['today', 'week', 'all'] as const) {
        yield* standings.add(ride.trailId, standingPeriod(period, ride.day), ride.personId, millimeters)
      }
      yield* standings.add(everywhere, standingPeriod('today', ride.day), ride.personId, millimeters)
    }
    return counted
  }
}
