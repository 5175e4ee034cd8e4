import type { ScanRequest, ScanResponse } from '@trailpass/shared'
import { AppError } from '../../domain/app-error.ts'
import type { Caller } from '../../domain/session.ts'
import { type DeviceRecord, isOffline, type ScanIntent, scanIntentMs } from '../../domain/trail/device.ts'
import { readDeviceCode } from '../../lib/trail/device-code.ts'
import { createUlid } from '../../lib/ulid.ts'
import type { Clock } from '../../ports/clock.ts'
import type { PersonStore } from '../../ports/person-store.ts'
import type { Store } from '../../ports/store.ts'
import type { DeviceStore } from '../../ports/trail/device-store.ts'
import type { RideStore } from '../../ports/trail/ride-store.ts'
import type { Unit } from '../../ports/unit.ts'
import type { Keyring } from '../keyring-service.ts'
import { presentDevice, refusal } from './present-ride.ts'

export interface ScanService {
  /**
   * Records which bike a person intends to ride. Scanning the same bike again returns the same intent. Throws
   * `device.code_forged`, `device.unknown`, `device.revoked`, `device.other_trail`, `device.code_expired`,
   * `device.offline`, `device.occupied`.
   */
  scan(caller: Caller, request: ScanRequest): Promise<ScanResponse>
}

export function createScanService(deps: {
  store: Store
  devices: DeviceStore
  rides: RideStore
  people: PersonStore
  keyring: Keyring
  clock: Clock
}): ScanService {
  const { store, devices, rides, people, keyring, clock } = deps

  function* demandDevice(code: string): Unit<DeviceRecord> {
    const read = readDeviceCode(keyring['device-code'], code)
    if (!read) throw new AppError('device.code_forged')
    const device = yield* devices.find(read.deviceId)
    if (!device) throw new AppError('device.unknown')
    if (device.revokedAt !== null) throw refusal('device.revoked', device)
    if (read.epoch < device.trailEpoch) throw refusal('device.other_trail', device)
    if (device.epoch !== read.epoch) throw refusal('device.code_expired', device)
    return device
  }

  function* keepIntent(personId: string, device: DeviceRecord): Unit<ScanIntent> {
    const now = clock.now()
    // Concurrent scans of one person are serialized, so that they result in one intent.
    if (!(yield* people.lock(personId))) throw new AppError('session.expired')
    const known = yield* devices.findIntentOf(personId, device.id, now)
    // An intent allows one ride: a scan after the ride creates a new one.
    const ridden = known && (yield* rides.findByIntent(known.id))
    const expiresAt = new Date(now.getTime() + scanIntentMs)
    if (known && ridden?.state !== 'finished') {
      // Scanning again renews the time to register and ride.
      if (known.expiresAt.getTime() - now.getTime() > scanIntentMs / 2) return known
      yield* devices.extendIntent(known.id, expiresAt)
      return { ...known, expiresAt }
    }
    const intent: ScanIntent = {
      id: createUlid(now),
      personId,
      deviceId: device.id,
      entryKind: 'scan',
      expiresAt,
    }
    yield* devices.insertIntent(intent)
    return intent
  }

  return {
    scan: ({ personId }, request) =>
      store.write(function* () {
        const device = yield* demandDevice(codeOf(request))
        if (isOffline(device, clock.now())) throw refusal('device.offline', device)
        const ride = yield* rides.findActiveOfDevice(device.id)
        if (ride && ride.personId !== personId) throw refusal('device.occupied', device)
        const { id, expiresAt } = yield* keepIntent(personId, device)
        return { device: presentDevice(device), intentId: id, expiresAt: expiresAt.toISOString() }
      }),
  }
}

/** The last path segment of a link is the code. */
function codeOf({ scene, q }: ScanRequest): string {
  if (scene !== undefined) return scene
  return new URL(q ?? '').pathname.split('/').findLast(Boolean) ?? ''
}
