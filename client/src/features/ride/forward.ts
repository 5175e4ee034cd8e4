import type { Ride } from '@trailpass/shared'

/**
 * Merges two states of the same ride. Responses may arrive out of order: sums never shrink, and a finished ride stays
 * finished.
 */
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
