import type { Ride } from '@trailpass/shared'

export const exampleRide: Ride = {
  id: 'r1',
  device: { id: 'd3', number: 3, trailId: 'lake', trailName: '青龙湖步道' },
  state: 'active',
  startedAt: '2026-11-22T08:00:00.000Z',
  finishedAt: null,
  movingSeconds: 245,
  distanceMeters: 1234,
  energyKcal: 41.6,
  speedMetersPerSecond: 5.5,
  samplesThrough: 122,
  ranking: null,
}
