import type { Device } from './device.ts'
import { endpoint } from './endpoint.ts'

/**
 * A measurement over one stretch of a ride. Samples are numbered from 0 and additive, so they may arrive in any order,
 * repeatedly, and late.
 */
export interface RideSample {
  sequence: number
  durationMs: number
  distanceMeters: number
  /** Mechanical work at the pedals. */
  workJoules: number
}

/** How a ride changed its rider's place in the week's ranking of its trail. */
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
  /** From the latest sample; 0 if there is none, and after the ride. */
  speedMetersPerSecond: number
  /** The number of samples received from 0 without a gap: the bike or phone may discard those. */
  samplesThrough: number
  /** As of the end of the ride; `null` until then, and for people without a place or hidden ones. */
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
  /** Pass as `before` for the next page; `null` at the end. */
  nextBefore: string | null
}

/**
 * The same intent returns the same ride. Fails with `registration.required`, `ride.intent_expired`,
 * `ride.already_active`, `device.occupied`, `device.revoked`.
 */
export const startRide = endpoint<StartRideRequest, Ride>('startRide', 'POST', '/v1/rides')
/** For products in which the phone measures. Here, bikes report through `reportDevice`. */
export const addRideSamples = endpoint<RideSamplesRequest, Ride>('addRideSamples', 'POST', '/v1/rides/:id/samples')
/** Idempotent; samples may still arrive afterwards. */
export const finishRide = endpoint<void, Ride>('finishRide', 'POST', '/v1/rides/:id/finish')
export const getCurrentRide = endpoint<void, CurrentRide>('getCurrentRide', 'GET', '/v1/rides/current')
/** Query: `before`, from the previous page. */
export const listRides = endpoint<void, RideList>('listRides', 'GET', '/v1/rides')
