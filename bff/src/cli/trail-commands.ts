import { type Command, InvalidArgumentError } from 'commander'
import { createUlid } from '../lib/ulid.ts'
import { withStores } from './with-stores.ts'

export function addTrailCommands(program: Command): void {
  const trail = program.command('trail').description('the trails that people walk and ride')

  trail
    .command('add')
    .description('add a trail, or change the length of the one with this name')
    .requiredOption('--name <name>', 'what people call it', parseName)
    .requiredOption('--length-meters <meters>', 'its length', parseMeters)
    .action(({ name, lengthMeters }: { name: string; lengthMeters: number }) =>
      withStores(async ({ store, trails }) => {
        const createdAt = new Date()
        await store.write(() => trails.upsert({ id: createUlid(createdAt), name, lengthMeters }, createdAt))
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
