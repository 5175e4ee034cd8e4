import type { RideSample } from '@trailpass/shared'
import { addSample, type RideRecord } from '../domain/ride.ts'
import { standingPeriod } from '../domain/standing.ts'
import type { RideStore } from '../ports/ride-store.ts'
import type { StandingStore } from '../ports/standing-store.ts'
import type { Unit } from '../ports/unit.ts'

/** Counts samples into a locked ride, each once, and its distance into the rankings. */
export type CountSamples = (ride: RideRecord, samples: readonly RideSample[]) => Unit<RideRecord>

export function createCountSamples({ rides, standings }: { rides: RideStore; standings: StandingStore }): CountSamples {
  /** How many samples from the first on have come without a gap. */
  function* findThrough({ id, samplesThrough }: RideRecord, added: number): Unit<number> {
    let through = samplesThrough
    // What lay behind a gap may be long; it is walked in steps of what could have closed the gap.
    for (const step = added + 200; ; ) {
      const sequences = yield* rides.listSamplesFrom(id, through, step)
      const before = through
      for (const sequence of sequences) {
        if (sequence !== through) return through
        through++
      }
      if (sequences.length < step || through === before) return through
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
    }
    return counted
  }
}
