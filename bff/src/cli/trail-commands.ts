import { type Command, InvalidArgumentError } from 'commander'
import type { Position } from '../domain/trail.ts'
import { createUlid } from '../lib/ulid.ts'
import { CommandError } from './command-error.ts'
import { withStores } from './with-stores.ts'

interface AddedTrail {
  name: string
  lengthMeters: number
  center?: Position
  radiusMeters?: number
}

export function addTrailCommands(program: Command): void {
  const trail = program.command('trail').description('the trails that people walk and ride')

  trail
    .command('add')
    .description('add a trail, or change the one with this name')
    .requiredOption('--name <name>', 'what people call it', parseName)
    .requiredOption('--length-meters <meters>', 'its length', parseMeters)
    .option('--center <latitude,longitude>', 'the middle of its area in degrees (GCJ-02)', parsePosition)
    .option('--radius-meters <meters>', 'how far its area reaches from there', parseMeters)
    .action(({ name, lengthMeters, center, radiusMeters }: AddedTrail) =>
      withStores(async ({ store, trails }) => {
        if ((center === undefined) !== (radiusMeters === undefined)) {
          throw new CommandError('--center and --radius-meters go together')
        }
        const createdAt = new Date()
        const area = center && radiusMeters ? { ...center, radiusMeters } : null
        await store.write(() => trails.upsert({ id: createUlid(createdAt), name, lengthMeters, area }, createdAt))
        console.log(`${name}: ${lengthMeters} m`)
      }),
    )

  trail
    .command('list')
    .option('--json', 'as JSON')
    .action(({ json }: { json?: boolean }) =>
      withStores(async ({ store, trails }) => {
        const list = await store.read(() => trails.list())
        if (json) console.log(JSON.stringify(list))
        else if (list.length === 0) console.log('no trails yet: trailpass trail add --name … --length-meters …')
        else for (const { id, name, lengthMeters } of list) console.log(`${id}  ${name}  ${lengthMeters} m`)
      }),
    )
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
