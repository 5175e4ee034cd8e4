import type { RideRecord } from '../../domain/trail/ride.ts'
import type { Unit } from '../unit.ts'

/** Stores rides and which of their samples were counted. A person and a bike each have at most one active ride. */
export interface RideStore {
  find(id: string): Unit<RideRecord | undefined>
  /** Like `find`, and locks the ride until the unit ends. */
  lock(id: string): Unit<RideRecord | undefined>
  findByIntent(intentId: string): Unit<RideRecord | undefined>
  findActiveOfPerson(personId: string): Unit<RideRecord | undefined>
  findActiveOfDevice(deviceId: string): Unit<RideRecord | undefined>
  /** Newest first, those with an id below `before`. */
  list(personId: string, before: string, limit: number): Unit<RideRecord[]>
  /** Fails when the person or the bike has an active ride. */
  insert(ride: RideRecord): Unit<void>
  update(ride: RideRecord): Unit<void>
  /** The ids of active rides that started before `startedBefore`, the oldest first, at most `limit`. */
  listForgotten(startedBefore: Date, limit: number): Unit<string[]>
  /** True the first time; a sample counts once. */
  claimSample(rideId: string, sequence: number): Unit<boolean>
  /** The counted samples from `first` on, in order, at most `limit`. */
  listSamplesFrom(rideId: string, first: number, limit: number): Unit<number[]>
  /** Removes the samples below `first`, all of which were counted. */
  removeSamplesBelow(rideId: string, first: number): Unit<void>
  sumByDay(personId: string, firstDay: string): Unit<DayTotal[]>
}

export interface DayTotal {
  day: string
  rides: number
  movingMs: number
  distanceMillimeters: number
  workMillijoules: number
}
