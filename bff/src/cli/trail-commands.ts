import { resolve } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import { defaultTimeZone, findTimeZone } from '../domain/day.ts'
import type { Position, TrailArea, TrailRecord } from '../domain/trail/trail.ts'
import { createUlid } from '../lib/ulid.ts'
import type { CommandContext, WithStore } from './command-context.ts'
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
  const trail = program.command('trail').description('the trails that people walk and ride')

  trail
    .command('add')
    .description('add a trail, or change the one with this name: what is not given goes back to its default')
    .requiredOption('--name <name>', 'what people call it', parseName)
    .requiredOption('--length-meters <meters>', 'its length', parseMeters)
    .option('--center <latitude,longitude>', 'the middle of its area in degrees (GCJ-02)', parsePosition)
    .option('--radius-meters <meters>', 'how far its area reaches from there', parseMeters)
    .option('--polygon <file>', 'in the place of both: the outline of its area, GeoJSON in degrees (GCJ-02)')
    .option('--time-zone <name>', 'where its days begin and end, an IANA name', parseTimeZone, defaultTimeZone)
    .option('--json', 'as JSON')
    .action((options: AddOptions) =>
      withStore(async (context) => {
        const saved = await saveTrail(context, options)
        context.out(options.json ? JSON.stringify(saved) : describe(saved))
      }),
    )

  trail
    .command('list')
    .option('--json', 'as JSON')
    .action(({ json }: { json?: boolean }) =>
      withStore(async ({ services: { store, stores }, out }) => {
        const list = await store.read(() => stores.trails.list())
        if (json) out(JSON.stringify(list))
        else if (list.length === 0) out('no trails yet: trailpass trail add --name … --length-meters …')
        else for (const record of list) out(`${record.id}  ${describe(record)}`)
      }),
    )
}

function saveTrail(
  context: CommandContext,
  { name, lengthMeters, timeZone, ...options }: AddOptions,
): Promise<TrailRecord> {
  const { store, stores, note, clock } = context.services
  const area = readArea(options, context.cwd)
  return store.write(function* () {
    const known = (yield* stores.trails.list()).find((trail) => trail.name === name)
    const createdAt = clock.now()
    const saved = { id: known?.id ?? createUlid(createdAt), name, lengthMeters, area, timeZone }
    yield* stores.trails.upsert(saved, createdAt)
    yield* note({ actor: context.actor, action: 'trail.save', target: `trail:${saved.id}`, detail: name })
    return saved
  })
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
    throw new CommandError('--center and --radius-meters go together')
  }
  if (center && polygon !== undefined) throw new CommandError('--polygon takes the place of --center')
  if (polygon !== undefined) return { kind: 'outline', ring: readOutline(resolve(cwd, polygon)) }
  return center && radiusMeters ? { kind: 'circle', ...center, radiusMeters } : null
}

function parseName(text: string): string {
  const name = text.trim()
  if (name === '' || name.length > 64) throw new InvalidArgumentError('1 to 64 characters')
  return name
}

function parseMeters(text: string): number {
  const meters = Number(text)
  if (!Number.isInteger(meters) || meters < 1 || meters > 1_000_000) {
    throw new InvalidArgumentError('a whole number of meters, 1 to 1000000')
  }
  return meters
}

function parsePosition(text: string): Position {
  const [latitude = Number.NaN, longitude = Number.NaN] = text.split(',').map(Number)
  const fits = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
  if (!fits) throw new InvalidArgumentError('latitude,longitude in degrees, as 31.2304,121.4737')
  return { latitude, longitude }
}

function parseTimeZone(text: string): string {
  const timeZone = findTimeZone(text)
  if (timeZone === undefined) throw new InvalidArgumentError('an IANA time zone, as Asia/Shanghai')
  return timeZone
}
