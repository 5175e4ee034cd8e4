import { createHmac, timingSafeEqual } from 'node:crypto'
import type { DeviceReport, DeviceReportAnswer } from '@trailpass/shared'
import { AppError } from '../../domain/app-error.ts'
import { lastHeardOf, type RideRecord, restMs } from '../../domain/trail/ride.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Store } from '../../ports/store.ts'
import type { DeviceStore } from '../../ports/trail/device-store.ts'
import type { RideStore } from '../../ports/trail/ride-store.ts'
import type { Unit } from '../../ports/unit.ts'
import type { Keyring } from '../keyring-service.ts'
import type { FinishRide } from './ride-finish.ts'
import type { CountSamples } from './ride-samples.ts'

/** Reports with a signature time outside this range are rejected. The samples in a report may be arbitrarily late. */
const toleranceMs = 5 * 60_000

export interface DeviceReportService {
  /** Throws `device.unknown` for a report not signed by this bike, `device.revoked`. */
  verify(deviceId: string, signed: { time: string; body: string; signature: string }): void
  report(deviceId: string, report: DeviceReport): Promise<DeviceReportAnswer>
}

/** The key a bike signs its reports with, 32 bytes. */
export const deriveReportKey = (keyring: Keyring, deviceId: string): Buffer =>
  createHmac('sha256', keyring['device-report']).update(deviceId).digest()

export function createDeviceReportService(deps: {
  store: Store
  devices: DeviceStore
  rides: RideStore
  countSamples: CountSamples
  finishRide: FinishRide
  keyring: Keyring
  clock: Clock
}): DeviceReportService {
  const { store, devices, rides, countSamples, finishRide, keyring, clock } = deps

  function* findRide(deviceId: string, rideId: string | undefined): Unit<RideRecord | undefined> {
    const id = rideId ?? (yield* rides.findActiveOfDevice(deviceId))?.id
    const ride = id === undefined ? undefined : yield* rides.lock(id)
    return ride?.deviceId === deviceId ? ride : undefined
  }

  /** The active ride, which is ended if the bike is connected but has been idle too long. */
  function* findActive(deviceId: string): Unit<RideRecord | undefined> {
    const found = yield* rides.findActiveOfDevice(deviceId)
    if (!found || !isIdle(found)) return found
    const ride = yield* rides.lock(found.id)
    if (ride?.state !== 'active') return undefined
    if (!isIdle(ride)) return ride
    yield* finishRide(ride, lastHeardOf(ride))
    return undefined
  }

  const isIdle = (ride: RideRecord) => clock.now().getTime() - lastHeardOf(ride).getTime() >= restMs

  return {
    verify(deviceId, { time, body, signature }) {
      const expected = createHmac('sha256', deriveReportKey(keyring, deviceId)).update(`${time}.${body}`).digest()
      const given = Buffer.from(signature, 'base64url')
      const genuine = given.length === expected.length && timingSafeEqual(given, expected)
      const fresh = Math.abs(clock.now().getTime() - Number(time)) <= toleranceMs
      if (!genuine || !fresh) throw new AppError('device.unknown')
    },

    report: (deviceId, { rideId, samples }) =>
      store.write(function* () {
        const device = yield* devices.find(deviceId)
        if (!device) throw new AppError('device.unknown')
        if (device.revokedAt !== null) throw new AppError('device.revoked')
        yield* devices.saveReport(deviceId, clock.now())
        const ride = yield* findRide(deviceId, rideId)
        if (ride && samples.length > 0) yield* countSamples(ride, samples)
        const active = yield* findActive(deviceId)
        return { ride: active ? { id: active.id, nextSequence: active.newestSequence + 1 } : null }
      }),
  }
}
