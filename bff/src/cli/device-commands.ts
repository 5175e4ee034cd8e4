import { type Command, InvalidArgumentError, Option } from 'commander'
import type { WithStore } from './command-context.ts'
import { addDevice, changeDevice, describe, listDevices, moveDevice, nextEpoch, show } from './device-operations.ts'
import { type PrintOptions, printLabels } from './print-labels.ts'

export function addDeviceCommands(program: Command, withStore: WithStore): void {
  const device = program.command('device').description('the bikes, and the codes on them')

  device
    .command('add')
    .description('add a bike to a trail, or show the one that has this number there')
    .requiredOption('--trail <name>', 'the trail it stands on')
    .requiredOption('--number <number>', 'what is painted on it', parseNumber)
    .option('--json', 'with its code and report key, as JSON')
    .action(({ trail, number, json }: { trail: string; number: number; json?: boolean }) =>
      withStore(async (context) => show(context, [await addDevice(context, trail, number)], json)),
    )

  device
    .command('list')
    .option('--json', 'with codes and report keys, as JSON')
    .action(({ json }: { json?: boolean }) =>
      withStore(async (context) => show(context, await listDevices(context), json)),
    )

  device
    .command('renew <id>')
    .description('make a new code; the printed one is no longer good')
    .option('--json', 'as JSON')
    .action((id: string, { json }: { json?: boolean }) =>
      withStore(async (context) => {
        const renewed = await changeDevice(context, id, 'device.renew', (found) => ({ epoch: nextEpoch(found) }))
        show(context, [renewed], json)
      }),
    )

  device
    .command('move <id>')
    .description('let a bike stand on another trail from now on; its printed code says so, and it needs the new one')
    .requiredOption('--trail <name>', 'where it stands from now on')
    .option('--number <number>', 'what is painted on it there, when that changes', parseNumber)
    .option('--json', 'as JSON')
    .action((id: string, { trail, number, json }: { trail: string; number?: number; json?: boolean }) =>
      withStore(async (context) => show(context, [await moveDevice(context, id, trail, number)], json)),
    )

  device
    .command('revoke <id>')
    .description('take a bike out of service')
    .option('--json', 'as JSON')
    .action((id: string, { json }: { json?: boolean }) =>
      withStore(async (context) => {
        const now = context.services.clock.now()
        const revoked = await changeDevice(context, id, 'device.revoke', ({ revokedAt }) => ({
          revokedAt: revokedAt ?? now,
        }))
        show(context, [revoked], json)
      }),
    )

  device
    .command('print')
    .description('a sheet of QR labels for all bikes in service')
    .requiredOption('--link <url>', 'what the codes begin with, as registered at the platform: https://host/d/')
    .addOption(new Option('--format <format>', 'PDF is on A4').choices(['svg', 'pdf']).default('svg'))
    .option('--output <file>', 'where it goes; SVG goes to the standard output without one')
    .option('--font <file>', "what writes a PDF's words: TTF, OTF or TTC; without one, a Chinese font of this system")
    .option('--json', 'what stands on the labels, as JSON: in the place of a sheet, or beside its --output')
    .action((options: PrintOptions) =>
      withStore(async (context) => {
        const inService = (await listDevices(context)).filter(({ revokedAt }) => revokedAt === null)
        await printLabels(context, describe(context, inService), options)
      }),
    )
}

function parseNumber(text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1 || number > 99_999) throw new InvalidArgumentError('1 to 99999')
  return number
}
