import type { RideRanking } from '@trailpass/shared'
import { RideStat } from './ride-stat'
import { rideWords } from './words'

/** How the ride changed the rider's place: 12 → 9, or a first place. */
export function RideRank({ before, after }: RideRanking) {
  return (
    <RideStat
      id="ride-rank"
      label={rideWords('rank')}
      value={before === null || before === after ? String(after) : `${before} → ${after}`}
      {...(before === null && { unit: rideWords('rank_entered') })}
    />
  )
}
