import type { AuditAction } from '../../domain/audit.ts'
import type { DeviceRecord } from '../../domain/trail/device.ts'
import type { TrailRecord } from '../../domain/trail/trail.ts'
import { randomBase32 } from '../../lib/base32.ts'
import { createDeviceCode, deviceIdLength, lastEpoch } from '../../lib/trail/device-code.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Store } from '../../ports/store.ts'
import type { DeviceStore } from '../../ports/trail/device-store.ts'
import type { TrailStore } from '../../ports/trail/trail-store.ts'
import type { Unit } from '../../ports/unit.ts'
import type { NoteAudit } from '../audit.ts'
import type { Keyring } from '../keyring-service.ts'
import { deriveReportKey } from './device-report-service.ts'

/** A bike as shown to operators. */
export interface ShownDevice {
  id: string
  trail: string
  number: number
  state: 'in service' | 'revoked'
  code: string
  /** The key with which the bike signs its reports, base64url. */
  reportKey: string
}

/** Why nothing was changed. */
export type DeviceRefusal = 'unknown-device' | 'unknown-trail' | 'same-trail' | 'number-taken' | 'epochs-used-up'

export type DeviceOutcome = { kind: 'done'; device: ShownDevice } | { kind: DeviceRefusal }

/** Manages bikes for operators. Every change is recorded in the audit log. */
export interface DeviceService {
  /** Sorted by trail and number. */
  list(): Promise<ShownDevice[]>
  /** Returns the existing bike, unchanged, if the trail already has one with this number. */
  add(place: { trail: string; number: number }, actor: string): Promise<DeviceOutcome>
  /** Issues a new code; the printed one becomes invalid. */
  renew(id: string, actor: string): Promise<DeviceOutcome>
  /** Moves a bike to another trail, keeping its number if none is given; the printed code becomes invalid. */
  move(id: string, place: { trail: string; number?: number | undefined }, actor: string): Promise<DeviceOutcome>
  /** Takes a bike out of service. Idempotent. */
  revoke(id: string, actor: string): Promise<DeviceOutcome>
}

export function createDeviceService(deps: {
  store: Store
  trails: TrailStore
  devices: DeviceStore
  keyring: Keyring
  note: NoteAudit
  clock: Clock
}): DeviceService {
  const { store, trails, devices, keyring, note, clock } = deps

  const show = ({ id, trailName, number, epoch, revokedAt }: DeviceRecord): ShownDevice => ({
    id,
    trail: trailName,
    number,
    state: revokedAt === null ? 'in service' : 'revoked',
    code: createDeviceCode(keyring['device-code'], { deviceId: id, epoch }),
    reportKey: deriveReportKey(keyring, id).toString('base64url'),
  })

  const done = (device: DeviceRecord): DeviceOutcome => ({ kind: 'done', device: show(device) })

  const noteOn = ({ id, trailName, number }: DeviceRecord, action: AuditAction, actor: string): Unit<void> =>
    note({ actor, action, target: `device:${id}`, detail: `${trailName} ${number}` })

  function* findTrail(trailName: string): Unit<TrailRecord | undefined> {
    return (yield* trails.list()).find(({ name }) => name === trailName)
  }

  function* findAt(trailId: string, number: number): Unit<DeviceRecord | undefined> {
    return (yield* devices.list()).find((device) => device.trailId === trailId && device.number === number)
  }

  function* insert(trailId: string, number: number): Unit<DeviceRecord> {
    const id = randomBase32(deviceIdLength)
    yield* devices.insert({ id, trailId, number, createdAt: clock.now() })
    const added = yield* devices.find(id)
    if (!added) throw new Error('device add: the bike was not kept')
    return added
  }

  function* update(changed: DeviceRecord, action: AuditAction, actor: string): Unit<DeviceOutcome> {
    yield* devices.update(changed)
    yield* noteOn(changed, action, actor)
    return done(changed)
  }

  return {
    list: async () => (await store.read(() => devices.list())).map(show),

    add: (place, actor) =>
      store.write(function* () {
        const trail = yield* findTrail(place.trail)
        if (!trail) return { kind: 'unknown-trail' }
        const known = yield* findAt(trail.id, place.number)
        if (known) return done(known)
        const added = yield* insert(trail.id, place.number)
        yield* noteOn(added, 'device.add', actor)
        return done(added)
      }),

    renew: (id, actor) =>
      store.write(function* () {
        const found = yield* devices.lock(id)
        if (!found) return { kind: 'unknown-device' }
        if (found.epoch === lastEpoch) return { kind: 'epochs-used-up' }
        return yield* update({ ...found, epoch: found.epoch + 1 }, 'device.renew', actor)
      }),

    move: (id, place, actor) =>
      store.write(function* () {
        const found = yield* devices.lock(id)
        if (!found) return { kind: 'unknown-device' }
        const trail = yield* findTrail(place.trail)
        if (!trail) return { kind: 'unknown-trail' }
        if (trail.id === found.trailId) return { kind: 'same-trail' }
        if (found.epoch === lastEpoch) return { kind: 'epochs-used-up' }
        const [number, epoch] = [place.number ?? found.number, found.epoch + 1]
        if (yield* findAt(trail.id, number)) return { kind: 'number-taken' }
        const moved = { ...found, trailId: trail.id, trailName: trail.name, number, epoch, trailEpoch: epoch }
        return yield* update(moved, 'device.move', actor)
      }),

    revoke: (id, actor) =>
      store.write(function* () {
        const found = yield* devices.lock(id)
        if (!found) return { kind: 'unknown-device' }
        const revokedAt = found.revokedAt ?? clock.now()
        return yield* update({ ...found, revokedAt }, 'device.revoke', actor)
      }),
  }
}
