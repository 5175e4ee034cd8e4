import { dayOf } from '../../domain/day.ts'
import type { RideRanking, RideRecord } from '../../domain/trail/ride.ts'
import { standingPeriod } from '../../domain/trail/standing.ts'
import type { Clock } from '../../ports/clock.ts'
import type { RideStore } from '../../ports/trail/ride-store.ts'
import type { StandingStore } from '../../ports/trail/standing-store.ts'
import type { TrailStore } from '../../ports/trail/trail-store.ts'
import type { Unit } from '../../ports/unit.ts'

/** Ends a locked ride, and records how it changed the rider's place in this week's ranking. Idempotent. */
export type FinishRide = (ride: RideRecord, finishedAt: Date) => Unit<RideRecord>

export function createFinishRide(deps: {
  rides: RideStore
  standings: StandingStore
  trails: TrailStore
  clock: Clock
}): FinishRide {
  const { rides, standings, trails, clock } = deps

  function* rank({ trailId, day, personId, distanceMillimeters }: RideRecord): Unit<RideRanking | null> {
    const trail = yield* trails.find(trailId)
    const week = standingPeriod('week', day)
    if (!trail || week !== standingPeriod('week', dayOf(clock.now(), trail.timeZone))) return null
    const own = yield* standings.find(trailId, week, personId)
    if (!own?.shown || distanceMillimeters === 0) return null
    const after = 1 + (yield* standings.countBefore(trailId, week, own))
    const without = { ...own, distanceMillimeters: own.distanceMillimeters - distanceMillimeters }
    if (without.distanceMillimeters === 0) return { before: null, after }
    // The rider's own row, including this ride, is among the rows ahead: it takes the place of the one to be added.
    return { before: yield* standings.countBefore(trailId, week, without), after }
  }

  return function* finish(ride, finishedAt) {
    if (ride.state === 'finished') return ride
    const finished: RideRecord = { ...ride, state: 'finished', finishedAt, ranking: yield* rank(ride) }
    yield* rides.update(finished)
    return finished
  }
}
