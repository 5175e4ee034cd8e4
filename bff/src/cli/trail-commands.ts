import { resolve } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import { defaultTimeZone, findTimeZone } from '../domain/day.ts'
import type { Position, TrailArea, TrailRecord } from '../domain/trail/trail.ts'
import type { WithStore } from './command-context.ts'
import { CommandError } from './command-error.ts'
import { readOutline } from './read-outline.ts'

interface AddOptions {
  name: string
  lengthMeters: number
  timeZone: string
  center?: Position
  radiusMeters?: number
  polygon?: string
  json?: boolean
}

export function addTrailCommands(program: Command, withStore: WithStore): void {
  const trail = program.command('trail').description('manage the trails that people walk and ride')

  trail
    .command('add')
    .description(
      'add a trail, or replace the settings of the one with this name; omitted options go back to their defaults',
    )
    .requiredOption('--name <name>', 'the name people see', parseName)
    .requiredOption('--length-meters <meters>', 'its length in meters', parseMeters)
    .option('--center <latitude,longitude>', 'the center of its area, in degrees (GCJ-02)', parsePosition)
    .option('--radius-meters <meters>', 'the radius of its area around --center', parseMeters)
    .option(
      '--polygon <file>',
      'instead of --center and --radius-meters: the outline of its area, GeoJSON in degrees (GCJ-02)',
    )
    .option('--time-zone <name>', 'the IANA time zone in which its days begin and end', parseTimeZone, defaultTimeZone)
    .option('--json', 'print JSON')
    .action((options: AddOptions) =>
      withStore(async ({ services, cwd, actor, out }) => {
        const { name, lengthMeters, timeZone } = options
        const saved = await services.trails.save({ name, lengthMeters, area: readArea(options, cwd), timeZone }, actor)
        out(options.json ? JSON.stringify(saved) : describe(saved))
      }),
    )

  trail
    .command('list')
    .description('list the trails')
    .option('--json', 'print JSON')
    .action(({ json }: { json?: boolean }) =>
      withStore(async ({ services, out }) => {
        const list = await services.trails.listRecords()
        if (json) out(JSON.stringify(list))
        else if (list.length === 0) out('no trails yet: trailpass trail add --name <name> --length-meters <meters>')
        else for (const record of list) out(`${record.id}  ${describe(record)}`)
      }),
    )
}

const describe = ({ name, lengthMeters, timeZone, area }: TrailRecord) =>
  [`${name}  ${lengthMeters} m  ${timeZone}`, ...(area ? [describeArea(area)] : [])].join('  ')

const describeArea = (area: TrailArea) =>
  area.kind === 'circle' ? `within ${area.radiusMeters} m` : `an outline of ${area.ring.length - 1} corners`

function readArea(
  { center, radiusMeters, polygon }: Pick<AddOptions, 'center' | 'radiusMeters' | 'polygon'>,
  cwd: string,
): TrailArea | null {
  if ((center === undefined) !== (radiusMeters === undefined)) {
    throw new CommandError('--center and --radius-meters must be given together')
  }
  if (center && polygon !== undefined) throw new CommandError('--polygon and --center cannot be combined')
  if (polygon !== undefined) return { kind: 'outline', ring: readOutline(resolve(cwd, polygon)) }
  return center && radiusMeters ? { kind: 'circle', ...center, radiusMeters } : null
}

function parseName(text: string): string {
  const name = text.trim()
  if (name === '' || name.length > 64) throw new InvalidArgumentError('It must be 1 to 64 characters')
  return name
}

function parseMeters(text: string): number {
  const meters = Number(text)
  if (!Number.isInteger(meters) || meters < 1 || meters > 1_000_000) {
    throw new InvalidArgumentError('It must be a whole number of meters from 1 to 1000000')
  }
  return meters
}

function parsePosition(text: string): Position {
  const [latitude = Number.NaN, longitude = Number.NaN] = text.split(',').map(Number)
  const fits = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
  if (!fits) throw new InvalidArgumentError('It must be latitude,longitude in degrees, for example 31.2304,121.4737')
  return { latitude, longitude }
}

function parseTimeZone(text: string): string {
  const timeZone = findTimeZone(text)
  if (timeZone === undefined) throw new InvalidArgumentError('It must be an IANA time zone, for example Asia/Shanghai')
  return timeZone
}
