import type { Ride } from '@trailpass/shared'

/** The newer word on the same ride. Answers may overtake each other: sums never shrink, and what is over stays over. */
export function forward(shown: Ride, next: Ride): Ride {
  const ended = shown.state === 'finished' ? shown : next
  const furthest = (key: 'movingSeconds' | 'distanceMeters' | 'energyKcal' | 'samplesThrough') =>
    Math.max(shown[key], next[key])
  return {
    ...next,
    state: ended.state,
    finishedAt: next.finishedAt ?? shown.finishedAt,
    speedMetersPerSecond: ended.speedMetersPerSecond,
    movingSeconds: furthest('movingSeconds'),
    distanceMeters: furthest('distanceMeters'),
    energyKcal: furthest('energyKcal'),
    samplesThrough: furthest('samplesThrough'),
  }
}
