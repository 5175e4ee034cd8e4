import type { Device } from './device.ts'
import { endpoint } from './endpoint.ts'

/**
 * What a bike measured over one stretch of a ride. Samples are numbered from 0 and add up, so they may arrive in any
 * order, repeatedly, and late.
 */
export interface RideSample {
  sequence: number
  durationMs: number
  distanceMeters: number
  /** Mechanical work at the pedals. */
  workJoules: number
}

/** How a ride moved its rider in the week's ranking of its trail. */
export interface RideRanking {
  period: 'week'
  /** The place without this ride; `null` for none. */
  before: number | null
  after: number
}

export interface Ride {
  id: string
  device: Device
  state: 'active' | 'finished'
  startedAt: string
  finishedAt: string | null
  /** Time in motion: the sum of the samples. */
  movingSeconds: number
  distanceMeters: number
  energyKcal: number
  /** Of the newest sample; 0 while there is none, and once the ride is over. */
  speedMetersPerSecond: number
  /** How many samples, counted from 0 without a gap, have arrived: whoever measures, a bike or a phone, may forget those. */
  samplesThrough: number
  /** As it was when the ride ended; `null` until then, and for who has no place or hides. */
  ranking: RideRanking | null
}

export interface StartRideRequest {
  intentId: string
}

export interface RideSamplesRequest {
  samples: RideSample[]
}

export interface CurrentRide {
  ride: Ride | null
}

export interface RideList {
  /** Newest first. */
  rides: Ride[]
  /** Pass as `before` for older ones; `null` at the end. */
  nextBefore: string | null
}

/**
 * The same intent is answered the same ride. Fails with `registration.required`, `ride.intent_expired`,
 * `ride.already_active`, `device.occupied`, `device.revoked`.
 */
export const startRide = endpoint<StartRideRequest, Ride>('startRide', 'POST', '/v1/rides')
/** For products whose phone measures. Here bikes do: they send theirs by `reportDevice`. */
export const addRideSamples = endpoint<RideSamplesRequest, Ride>('addRideSamples', 'POST', '/v1/rides/:id/samples')
/** Answers the same however often it is sent; samples may still arrive afterwards. */
export const finishRide = endpoint<void, Ride>('finishRide', 'POST', '/v1/rides/:id/finish')
export const getCurrentRide = endpoint<void, CurrentRide>('getCurrentRide', 'GET', '/v1/rides/current')
/** Query: `before`, from the page before. */
export const listRides = endpoint<void, RideList>('listRides', 'GET', '/v1/rides')
