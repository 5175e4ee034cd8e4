import { type Command, InvalidArgumentError } from 'commander'
import { loadMasterKey } from '../config/master-key.ts'
import type { DeviceRecord } from '../domain/device.ts'
import { randomBase32 } from '../lib/base32.ts'
import { createDeviceCode, deviceIdLength, lastEpoch } from '../lib/device-code.ts'
import { systemClock } from '../ports/clock.ts'
import { deriveReportKey } from '../services/device-report-service.ts'
import { openKeyring } from '../services/keyring-service.ts'
import { CommandError } from './command-error.ts'
import { renderLabelSheet } from './label-sheet.ts'
import { type OpenedStores, withStores } from './with-stores.ts'

interface ShownDevice {
  id: string
  trail: string
  number: number
  state: 'in service' | 'revoked'
  code: string
  /** What the bike signs its reports with, base64url. */
  reportKey: string
}

export function addDeviceCommands(program: Command): void {
  const device = program.command('device').description('the bikes, and the codes on them')

  device
    .command('add')
    .description('add a bike to a trail, or show the one that has this number there')
    .requiredOption('--trail <name>', 'the trail it stands on')
    .requiredOption('--number <number>', 'what is painted on it', parseNumber)
    .option('--json', 'with its code and report key, as JSON')
    .action(({ trail, number, json }: { trail: string; number: number; json?: boolean }) =>
      withStores(async (stores) => show(stores, [await addDevice(stores, trail, number)], json)),
    )

  device
    .command('list')
    .option('--json', 'with codes and report keys, as JSON')
    .action(({ json }: { json?: boolean }) =>
      withStores(async (stores) => show(stores, await listDevices(stores), json)),
    )

  device
    .command('renew <id>')
    .description('make a new code; the printed one is no longer good')
    .action((id: string) =>
      withStores(async (stores) => {
        const found = await findDevice(stores, id)
        if (found.epoch === lastEpoch) throw new CommandError(`${id} has had its last code: add the bike anew`)
        await show(stores, [await saveDevice(stores, { ...found, epoch: found.epoch + 1 })])
      }),
    )

  device
    .command('revoke <id>')
    .description('take a bike out of service')
    .action((id: string) =>
      withStores(async (stores) => {
        const found = await findDevice(stores, id)
        await show(stores, [await saveDevice(stores, { ...found, revokedAt: found.revokedAt ?? new Date() })])
      }),
    )

  device
    .command('print')
    .description('a sheet of QR labels for all bikes in service, as SVG on the standard output')
    .requiredOption('--link <url>', 'what the codes begin with, as registered at the platform: https://host/d/')
    .action(({ link }: { link: string }) =>
      withStores(async (stores) => {
        const inService = (await listDevices(stores)).filter(({ revokedAt }) => revokedAt === null)
        console.log(renderLabelSheet(await describe(stores, inService), link))
      }),
    )
}

function addDevice({ store, trails, devices }: OpenedStores, trailName: string, number: number): Promise<DeviceRecord> {
  return store.write(function* () {
    const trail = (yield* trails.list()).find(({ name }) => name === trailName)
    if (!trail) throw new CommandError(`there is no trail named ${trailName}: trailpass trail add`)
    const known = (yield* devices.list()).find((device) => device.trailId === trail.id && device.number === number)
    if (known) return known
    const id = randomBase32(deviceIdLength)
    yield* devices.insert({ id, trailId: trail.id, number, createdAt: new Date() })
    const added = yield* devices.find(id)
    if (!added) throw new Error('device add: the bike was not kept')
    return added
  })
}

const listDevices = ({ store, devices }: OpenedStores) => store.read(() => devices.list())

async function findDevice({ store, devices }: OpenedStores, id: string): Promise<DeviceRecord> {
  const found = await store.read(() => devices.find(id))
  if (!found) throw new CommandError(`there is no bike with the id ${id}: trailpass device list`)
  return found
}

async function saveDevice({ store, devices }: OpenedStores, device: DeviceRecord): Promise<DeviceRecord> {
  await store.write(() => devices.update(device))
  return device
}

async function describe(stores: OpenedStores, list: readonly DeviceRecord[]): Promise<ShownDevice[]> {
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

async function show(stores: OpenedStores, list: readonly DeviceRecord[], json = false): Promise<void> {
  const shown = await describe(stores, list)
  if (json) console.log(JSON.stringify(shown))
  else if (shown.length === 0) console.log('no bikes yet: trailpass device add --trail … --number …')
  else
    for (const { id, trail, number, state, code } of shown) console.log(`${id}  ${trail} ${number}  ${state}  ${code}`)
}

function parseNumber(text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1 || number > 99_999) throw new InvalidArgumentError('1 to 99999')
  return number
}
