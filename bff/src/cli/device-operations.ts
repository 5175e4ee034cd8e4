import type { AuditAction } from '../domain/audit.ts'
import type { DeviceRecord } from '../domain/trail/device.ts'
import type { TrailRecord } from '../domain/trail/trail.ts'
import { randomBase32 } from '../lib/base32.ts'
import { createDeviceCode, deviceIdLength, lastEpoch } from '../lib/trail/device-code.ts'
import type { DeviceStore } from '../ports/trail/device-store.ts'
import type { TrailStore } from '../ports/trail/trail-store.ts'
import type { Unit } from '../ports/unit.ts'
import { deriveReportKey } from '../services/trail/device-report-service.ts'
import type { CommandContext } from './command-context.ts'
import { CommandError } from './command-error.ts'

interface ShownDevice {
  id: string
  trail: string
  number: number
  state: 'in service' | 'revoked'
  code: string
  /** What the bike signs its reports with, base64url. */
  reportKey: string
}

export function addDevice(context: CommandContext, trailName: string, number: number): Promise<DeviceRecord> {
  const { store, stores, clock } = context.services
  const { trails, devices } = stores
  return store.write(function* () {
    const trail = yield* findTrail(trails, trailName)
    const known = (yield* devices.list()).find((device) => device.trailId === trail.id && device.number === number)
    if (known) return known
    const id = randomBase32(deviceIdLength)
    yield* devices.insert({ id, trailId: trail.id, number, createdAt: clock.now() })
    const added = yield* devices.find(id)
    if (!added) throw new Error('device add: the bike was not kept')
    yield* note(context, 'device.add', added)
    return added
  })
}

export const listDevices = ({ services: { store, stores } }: CommandContext) => store.read(() => stores.devices.list())

export function changeDevice(
  context: CommandContext,
  id: string,
  action: 'device.renew' | 'device.revoke',
  change: (found: DeviceRecord) => Partial<DeviceRecord>,
): Promise<DeviceRecord> {
  const { store, stores } = context.services
  return store.write(function* () {
    const found = yield* demandDevice(stores.devices, id)
    const changed = { ...found, ...change(found) }
    yield* stores.devices.update(changed)
    yield* note(context, action, changed)
    return changed
  })
}

function* demandDevice(devices: DeviceStore, id: string): Unit<DeviceRecord> {
  const found = yield* devices.lock(id)
  if (!found) throw new CommandError(`there is no bike with the id ${id}: trailpass device list`)
  return found
}

export function describe({ services: { keyring } }: CommandContext, list: readonly DeviceRecord[]): ShownDevice[] {
  return list.map(({ id, trailName, number, epoch, revokedAt }) => ({
    id,
    trail: trailName,
    number,
    state: revokedAt === null ? 'in service' : 'revoked',
    code: createDeviceCode(keyring['device-code'], { deviceId: id, epoch }),
    reportKey: deriveReportKey(keyring, id).toString('base64url'),
  }))
}

export function show(context: CommandContext, list: readonly DeviceRecord[], json = false): void {
  const { out } = context
  const shown = describe(context, list)
  if (json) out(JSON.stringify(shown))
  else if (shown.length === 0) out('no bikes yet: trailpass device add --trail … --number …')
  else for (const { id, trail, number, state, code } of shown) out(`${id}  ${trail} ${number}  ${state}  ${code}`)
}

/** The epoch of the next code: the printed one is no longer good. */
export function nextEpoch({ id, epoch }: DeviceRecord): number {
  if (epoch === lastEpoch) throw new CommandError(`${id} has had its last code: add the bike anew`)
  return epoch + 1
}

export function moveDevice(
  context: CommandContext,
  id: string,
  trailName: string,
  number?: number,
): Promise<DeviceRecord> {
  const { store, stores } = context.services
  const { trails, devices } = stores
  return store.write(function* () {
    const found = yield* demandDevice(devices, id)
    const trail = yield* findTrail(trails, trailName)
    if (trail.id === found.trailId) throw new CommandError(`${id} stands on ${trailName} already`)
    const epoch = nextEpoch(found)
    const moved = { ...found, trailId: trail.id, trailName, number: number ?? found.number, epoch, trailEpoch: epoch }
    const isTaken = (yield* devices.list()).some(
      (other) => other.id !== id && other.trailId === trail.id && other.number === moved.number,
    )
    if (isTaken) throw new CommandError(`${trailName} has a bike ${moved.number} already: give another --number`)
    yield* devices.update(moved)
    yield* note(context, 'device.move', moved)
    return moved
  })
}

const note = (context: CommandContext, action: AuditAction, { id, trailName, number }: DeviceRecord): Unit<void> =>
  context.services.note({ actor: context.actor, action, target: `device:${id}`, detail: `${trailName} ${number}` })

function* findTrail(trails: TrailStore, trailName: string): Unit<TrailRecord> {
  const trail = (yield* trails.list()).find(({ name }) => name === trailName)
  if (!trail) throw new CommandError(`there is no trail named ${trailName}: trailpass trail add`)
  return trail
}
