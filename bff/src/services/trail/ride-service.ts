import type { CurrentRide, Ride, RideList, RideSample } from '@trailpass/shared'
import { AppError } from '../../domain/app-error.ts'
import { dayOf } from '../../domain/day.ts'
import type { Caller } from '../../domain/session.ts'
import { aboveAllRides, type RideRecord } from '../../domain/trail/ride.ts'
import type { TrailRecord } from '../../domain/trail/trail.ts'
import { createUlid } from '../../lib/ulid.ts'
import type { Clock } from '../../ports/clock.ts'
import type { PersonStore } from '../../ports/person-store.ts'
import type { Store } from '../../ports/store.ts'
import type { DeviceStore } from '../../ports/trail/device-store.ts'
import type { RideStore } from '../../ports/trail/ride-store.ts'
import type { TrailStore } from '../../ports/trail/trail-store.ts'
import type { Unit } from '../../ports/unit.ts'
import { presentRide, refusal } from './present-ride.ts'
import type { FinishRide } from './ride-finish.ts'
import type { CountSamples } from './ride-samples.ts'

const pageLength = 20

export interface RideService {
  /**
   * Starts a ride from a scan; the same intent returns the same ride. Throws `registration.required`,
   * `ride.intent_expired`, `ride.already_active`, `device.occupied`, `device.revoked`.
   */
  start(caller: Caller, intentId: string): Promise<Ride>
  /** Each sample counts once, in any order and however late. Throws `ride.unknown`. */
  addSamples(caller: Caller, rideId: string, samples: readonly RideSample[]): Promise<Ride>
  /** Idempotent. Throws `ride.unknown`. */
  finish(caller: Caller, rideId: string): Promise<Ride>
  findCurrent(caller: Caller): Promise<CurrentRide>
  list(caller: Caller, before: string | undefined): Promise<RideList>
}

export function createRideService(deps: {
  store: Store
  rides: RideStore
  devices: DeviceStore
  people: PersonStore
  trails: TrailStore
  countSamples: CountSamples
  finishRide: FinishRide
  clock: Clock
}): RideService {
  const { store, rides, devices, people, trails, countSamples, finishRide, clock } = deps

  function* getTrail(id: string): Unit<TrailRecord> {
    const trail = yield* trails.find(id)
    if (!trail) throw new Error('ride-service: a bike on no trail')
    return trail
  }

  function* present(ride: RideRecord): Unit<Ride> {
    const device = yield* devices.find(ride.deviceId)
    if (!device) throw new Error('ride-service: a ride of no device')
    const trail = yield* getTrail(ride.trailId)
    // The bike may be on another trail by now.
    return presentRide(ride, { id: device.id, number: device.number, trailId: trail.id, trailName: trail.name })
  }

  /** The caller's ride, locked. Another person's ride is treated like one that does not exist. */
  function* lockOwn({ personId }: Caller, rideId: string): Unit<RideRecord> {
    const ride = yield* rides.lock(rideId)
    if (ride?.personId !== personId) throw new AppError('ride.unknown')
    return ride
  }

  function* startFrom(personId: string, intentId: string): Unit<RideRecord> {
    const person = yield* people.lock(personId)
    if (!person?.registeredAt) throw new AppError('registration.required')
    const started = yield* rides.findByIntent(intentId)
    if (started?.personId === personId) return started
    const now = clock.now()
    const intent = yield* devices.findIntent(intentId)
    if (intent?.personId !== personId || intent.expiresAt <= now) throw new AppError('ride.intent_expired')
    const device = yield* devices.find(intent.deviceId)
    if (!device || device.revokedAt !== null) throw refusal('device.revoked', device)
    const active = yield* rides.findActiveOfPerson(personId)
    if (active?.deviceId === device.id) return active
    if (active) throw new AppError('ride.already_active')
    if (yield* rides.findActiveOfDevice(device.id)) throw refusal('device.occupied', device)
    const ride: RideRecord = {
      id: createUlid(now),
      personId,
      deviceId: device.id,
      trailId: device.trailId,
      intentId,
      entryKind: intent.entryKind,
      day: dayOf(now, (yield* getTrail(device.trailId)).timeZone),
      state: 'active',
      startedAt: now,
      finishedAt: null,
      movingMs: 0,
      distanceMillimeters: 0,
      workMillijoules: 0,
      newestSequence: -1,
      newestSpeedMillimetersPerSecond: 0,
      samplesThrough: 0,
      lastSampleAt: null,
      ranking: null,
    }
    yield* rides.insert(ride)
    return ride
  }

  return {
    async start({ personId, registered }, intentId) {
      if (!registered) throw new AppError('registration.required')
      return store.write(function* () {
        return yield* present(yield* startFrom(personId, intentId))
      })
    },

    addSamples: (caller, rideId, samples) =>
      store.write(function* () {
        return yield* present(yield* countSamples(yield* lockOwn(caller, rideId), samples))
      }),

    finish: (caller, rideId) =>
      store.write(function* () {
        return yield* present(yield* finishRide(yield* lockOwn(caller, rideId), clock.now()))
      }),

    findCurrent: ({ personId }) =>
      store.read(function* () {
        const ride = yield* rides.findActiveOfPerson(personId)
        return { ride: ride ? yield* present(ride) : null }
      }),

    list: ({ personId }, before = aboveAllRides) =>
      store.read(function* () {
        const page = yield* rides.list(personId, before, pageLength)
        const presented: Ride[] = []
        for (const ride of page) presented.push(yield* present(ride))
        return { rides: presented, nextBefore: page.length < pageLength ? null : (page.at(-1)?.id ?? null) }
      }),
  }
}
