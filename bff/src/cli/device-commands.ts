import { type Command, InvalidArgumentError, Option } from 'commander'
import type { DeviceOutcome, DeviceRefusal, ShownDevice } from '../services/trail/device-service.ts'
import type { CommandIo, WithStore } from './command-context.ts'
import { CommandError } from './command-error.ts'
import { type PrintOptions, printLabels } from './print-labels.ts'

interface DeviceOptions {
  json?: boolean
}

interface Place {
  trail: string
  number: number
}

type AddOptions = Place & DeviceOptions
type MoveOptions = Pick<Place, 'trail'> & Partial<Place> & DeviceOptions

export function addDeviceCommands(program: Command, withStore: WithStore): void {
  const device = program.command('device').description('manage bikes and the codes on them')

  device
    .command('add')
    .description('add a bike to a trail, or show the one that already has this number there')
    .requiredOption('--trail <name>', 'the trail it stands on')
    .requiredOption('--number <number>', 'the number painted on it', parseNumber)
    .option('--json', 'print JSON, including its code and report key')
    .action(({ json, ...place }: AddOptions) =>
      withStore(async ({ services, actor, out }) => {
        print(out, [demandDone(await services.devices.add(place, actor), place)], json)
      }),
    )

  device
    .command('list')
    .description('list the bikes')
    .option('--json', 'print JSON, including codes and report keys')
    .action(({ json }: DeviceOptions) =>
      withStore(async ({ services, out }) => print(out, await services.devices.list(), json)),
    )

  device
    .command('renew <id>')
    .description('issue a new code; the printed one stops working')
    .option('--json', 'print JSON')
    .action((id: string, { json }: DeviceOptions) =>
      withStore(async ({ services, actor, out }) => {
        print(out, [demandDone(await services.devices.renew(id, actor), { id })], json)
      }),
    )

  device
    .command('move <id>')
    .description('move a bike to another trail; the printed code stops working, so it needs a new label')
    .requiredOption('--trail <name>', 'the trail it moves to')
    .option('--number <number>', 'its number there, if that changes', parseNumber)
    .option('--json', 'print JSON')
    .action((id: string, { json, ...place }: MoveOptions) =>
      withStore(async ({ services, actor, out }) => {
        print(out, [demandDone(await services.devices.move(id, place, actor), { id, ...place })], json)
      }),
    )

  device
    .command('revoke <id>')
    .description('take a bike out of service')
    .option('--json', 'print JSON')
    .action((id: string, { json }: DeviceOptions) =>
      withStore(async ({ services, actor, out }) => {
        print(out, [demandDone(await services.devices.revoke(id, actor), { id })], json)
      }),
    )

  device
    .command('print')
    .description('make a sheet of QR labels for all bikes in service')
    .requiredOption('--link <url>', 'what the codes begin with, as registered at the platform: https://host/d/')
    .addOption(new Option('--format <format>', 'format of the sheet; PDF is A4').choices(['svg', 'pdf']).default('svg'))
    .option('--output <file>', 'the file to write; SVG goes to the standard output without it')
    .option('--font <file>', 'the font of a PDF: TTF, OTF or TTC; by default a Chinese font of this system')
    .option('--json', 'print the contents of the labels as JSON: instead of a sheet, or in addition to --output')
    .action((options: PrintOptions) =>
      withStore(async ({ services, ...io }) => {
        const inService = (await services.devices.list()).filter(({ state }) => state === 'in service')
        await printLabels(io, inService, options)
      }),
    )
}

/** Throws CommandError if the service refused. */
function demandDone(outcome: DeviceOutcome, asked: { id?: string } & Partial<Place>): ShownDevice {
  if (outcome.kind === 'done') return outcome.device
  throw new CommandError(explain(outcome.kind, asked))
}

function explain(refusal: DeviceRefusal, { id, trail, number }: { id?: string } & Partial<Place>): string {
  switch (refusal) {
    case 'unknown-device':
      return `there is no bike with the id ${id}: trailpass device list`
    case 'unknown-trail':
      return `there is no trail named ${trail}: trailpass trail add`
    case 'same-trail':
      return `${id} is on ${trail} already`
    case 'number-taken':
      return `${trail} already has a bike ${number ?? 'with this number'}: choose another --number`
    case 'epochs-used-up':
      return `${id} has used up its codes: add the bike again under a new id`
  }
}

function print(out: CommandIo['out'], devices: readonly ShownDevice[], json = false): void {
  if (json) out(JSON.stringify(devices))
  else if (devices.length === 0) out('no bikes yet: trailpass device add --trail <name> --number <number>')
  else for (const { id, trail, number, state, code } of devices) out(`${id}  ${trail} ${number}  ${state}  ${code}`)
}

function parseNumber(text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1 || number > 99_999) {
    throw new InvalidArgumentError('It must be a whole number from 1 to 99999')
  }
  return number
}
