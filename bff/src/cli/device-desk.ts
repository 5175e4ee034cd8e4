import { loadMasterKey } from '../config/master-key.ts'
import type { AuditAction } from '../domain/audit.ts'
import type { DeviceRecord } from '../domain/device.ts'
import type { TrailRecord } from '../domain/trail.ts'
import { randomBase32 } from '../lib/base32.ts'
import { createDeviceCode, deviceIdLength, lastEpoch } from '../lib/device-code.ts'
import { systemClock } from '../ports/clock.ts'
import type { TrailStore } from '../ports/trail-store.ts'
import type { Unit } from '../ports/unit.ts'
import { createNoteAudit } from '../services/audit.ts'
import { deriveReportKey } from '../services/device-report-service.ts'
import { openKeyring } from '../services/keyring-service.ts'
import { CommandError } from './command-error.ts'
import { operatorName } from './operator.ts'
import type { OpenedStores } from './with-stores.ts'

interface ShownDevice {
  id: string
  trail: string
  number: number
  state: 'in service' | 'revoked'
  code: string
  /** What the bike signs its reports with, base64url. */
  reportKey: string
}

export function addDevice(
  { store, trails, devices }: OpenedStores,
  trailName: string,
  number: number,
): Promise<DeviceRecord> {
  return store.write(function* () {
    const trail = yield* findTrail(trails, trailName)
    const known = (yield* devices.list()).find((device) => device.trailId === trail.id && device.number === number)
    if (known) return known
    const id = randomBase32(deviceIdLength)
    yield* devices.insert({ id, trailId: trail.id, number, createdAt: new Date() })
    const added = yield* devices.find(id)
    if (!added) throw new Error('device add: the bike was not kept')
    return added
  })
}

export const listDevices = ({ store, devices }: OpenedStores) => store.read(() => devices.list())

export async function findDevice({ store, devices }: OpenedStores, id: string): Promise<DeviceRecord> {
  const found = await store.read(() => devices.find(id))
  if (!found) throw new CommandError(noSuchBike(id))
  return found
}

export async function saveDevice(
  stores: OpenedStores,
  device: DeviceRecord,
  action: 'device.renew' | 'device.revoke',
): Promise<DeviceRecord> {
  const { store, devices } = stores
  await store.write(function* () {
    yield* devices.update(device)
    yield* note(stores, action, device)
  })
  return device
}

export async function describe(stores: OpenedStores, list: readonly DeviceRecord[]): Promise<ShownDevice[]> {
  const keyring = await openKeyring({ ...stores, masterKey: loadMasterKey(stores.config), clock: systemClock })
  return list.map(({ id, trailName, number, epoch, revokedAt }) => ({
    id,
    trail: trailName,
    number,
    state: revokedAt === null ? 'in service' : 'revoked',
    code: createDeviceCode(keyring['device-code'], { deviceId: id, epoch }),
    reportKey: deriveReportKey(keyring, id).toString('base64url'),
  }))
}

export async function show(stores: OpenedStores, list: readonly DeviceRecord[], json = false): Promise<void> {
  const shown = await describe(stores, list)
  if (json) console.log(JSON.stringify(shown))
  else if (shown.length === 0) console.log('no bikes yet: trailpass device add --trail … --number …')
  else
    for (const { id, trail, number, state, code } of shown) console.log(`${id}  ${trail} ${number}  ${state}  ${code}`)
}

/** The epoch of the next code: the printed one is no longer good. */
export function nextEpoch({ id, epoch }: DeviceRecord): number {
  if (epoch === lastEpoch) throw new CommandError(`${id} has had its last code: add the bike anew`)
  return epoch + 1
}

export function moveDevice(
  stores: OpenedStores,
  id: string,
  trailName: string,
  number?: number,
): Promise<DeviceRecord> {
  const { store, trails, devices } = stores
  return store.write(function* () {
    const found = yield* devices.find(id)
    if (!found) throw new CommandError(noSuchBike(id))
    const trail = yield* findTrail(trails, trailName)
    if (trail.id === found.trailId) throw new CommandError(`${id} stands on ${trailName} already`)
    const epoch = nextEpoch(found)
    const moved = { ...found, trailId: trail.id, trailName, number: number ?? found.number, epoch, trailEpoch: epoch }
    const isTaken = (yield* devices.list()).some(
      (other) => other.id !== id && other.trailId === trail.id && other.number === moved.number,
    )
    if (isTaken) throw new CommandError(`${trailName} has a bike ${moved.number} already: give another --number`)
    yield* devices.update(moved)
    yield* note(stores, 'device.move', moved)
    return moved
  })
}

const note = (stores: OpenedStores, action: AuditAction, { id, trailName, number }: DeviceRecord): Unit<void> =>
  createNoteAudit({ ...stores, clock: systemClock })({
    actor: operatorName(),
    action,
    target: `device:${id}`,
    detail: `${trailName} ${number}`,
  })

function* findTrail(trails: TrailStore, trailName: string): Unit<TrailRecord> {
  const trail = (yield* trails.list()).find(({ name }) => name === trailName)
  if (!trail) throw new CommandError(`there is no trail named ${trailName}: trailpass trail add`)
  return trail
}

const noSuchBike = (id: string) => `there is no bike with the id ${id}: trailpass device list`
