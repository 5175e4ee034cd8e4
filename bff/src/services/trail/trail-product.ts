import { aboveAllRides, lastHeardOf, longestRideMs, type RideRecord } from '../../domain/trail/ride.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Product } from '../../ports/product.ts'
import type { DeviceStore } from '../../ports/trail/device-store.ts'
import type { RideStore } from '../../ports/trail/ride-store.ts'
import type { StandingStore } from '../../ports/trail/standing-store.ts'
import type { StepStore } from '../../ports/trail/step-store.ts'
import type { Unit } from '../../ports/unit.ts'
import type { OverviewService } from './overview-service.ts'
import type { FinishRide } from './ride-finish.ts'

const pageLength = 500
/** Any more are handled by the next sweep. */
const forgottenAtOnce = 100

/** The trail's implementation of `Product` for the sign-in kernel. */
export function createTrailProduct(deps: {
  rides: RideStore
  standings: StandingStore
  steps: StepStore
  devices: DeviceStore
  overview: Pick<OverviewService, 'forget'>
  finishRide: FinishRide
  clock: Clock
}): Product {
  const { rides, standings, steps, devices, overview, finishRide, clock } = deps

  function* listRides(personId: string): Unit<RideRecord[]> {
    const all: RideRecord[] = []
    for (let before = aboveAllRides; ; before = all.at(-1)?.id ?? '') {
      const page = yield* rides.list(personId, before, pageLength)
      all.push(...page)
      if (page.length < pageLength) return all
    }
  }

  return {
    /**
     * A person can have only one active ride: the ride of the merged account ends; samples that arrive later still
     * count.
     */
    *beforeJoin(from, into) {
      const found = yield* rides.findActiveOfPerson(from.id)
      if (!found || !(yield* rides.findActiveOfPerson(into.id))) return
      const ride = yield* rides.lock(found.id)
      if (ride) yield* finishRide(ride, clock.now())
    },

    personChanged: (person) => standings.show(person.id, person.ranked),
    forgetOverview: () => overview.forget(),
    forgetSteps: (personId) => steps.removeOfPerson(personId),

    *summarize(personId) {
      const days = yield* rides.sumByDay(personId, '')
      return {
        rides: days.reduce((sum, day) => sum + day.rides, 0),
        distanceMeters: days.reduce((sum, day) => sum + day.distanceMillimeters, 0) / 1000,
      }
    },

    *exportOf(personId) {
      return {
        rides: (yield* listRides(personId)).map((ride) => ({
          id: ride.id,
          trailId: ride.trailId,
          deviceId: ride.deviceId,
          entryKind: ride.entryKind,
          day: ride.day,
          startedAt: ride.startedAt.toISOString(),
          finishedAt: ride.finishedAt?.toISOString() ?? null,
          movingSeconds: ride.movingMs / 1000,
          distanceMeters: ride.distanceMillimeters / 1000,
          workJoules: ride.workMillijoules / 1000,
        })),
        standings: (yield* standings.listOfPerson(personId)).map(({ trailId, period, distanceMillimeters }) => ({
          trailId,
          period,
          distanceMeters: distanceMillimeters / 1000,
        })),
        steps: yield* steps.listSince(personId, ''),
        scans: (yield* devices.listIntents(personId)).map(({ deviceId, expiresAt }) => ({
          deviceId,
          expiresAt: expiresAt.toISOString(),
        })),
      }
    },

    *sweep() {
      yield* devices.removeExpiredIntents(clock.now())
      const startedBefore = new Date(clock.now().getTime() - longestRideMs)
      for (const id of yield* rides.listForgotten(startedBefore, forgottenAtOnce)) {
        const ride = yield* rides.lock(id)
        if (ride) yield* finishRide(ride, lastHeardOf(ride))
      }
    },
  }
}
