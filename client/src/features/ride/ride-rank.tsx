import type { RideRanking } from '@trailpass/shared'
import { RideStat } from './ride-stat'
import { rideWords } from './words'

/** How the ride moved its rider: 12 → 9, or the first place of all. */
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
