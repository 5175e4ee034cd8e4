import { packageBin } from '../lib/package-bin.ts'
import { inRepository } from '../lib/repository.ts'
import { runNode } from '../lib/run-node.ts'

/** What the BFF's own command tells of a bike. */
export interface SeededBike {
  id: string
  number: number
  state: 'in service' | 'revoked'
  code: string
  reportKey: string
}

const sampleTrail = { name: '青龙湖步道', lengthMeters: '5200', center: '30.2485,120.1453', radiusMeters: '2500' }
const sampleBikes = ['3', '7', '12']

/**
 * Adds a trail to a store that has none, and three bikes where there are none, so that the first home page has something
 * to show and to ride. Resolves to the bikes in service.
 */
export async function seedStore(env: NodeJS.ProcessEnv): Promise<SeededBike[]> {
  const trailpass = async (...args: string[]): Promise<string> => {
    const command = [packageBin('tsx'), inRepository('bff', 'src', 'cli', 'main.ts'), ...args]
    const { exitCode, output } = await runNode(command, { env })
    if (exitCode !== 0) throw new SeedFailed(output.trim())
    return output
  }
  const list = async <Row>(...args: string[]) => JSON.parse(await trailpass(...args, '--json')) as Row[]

  const [trail] = await list<{ name: string }>('trail', 'list')
  const { name, lengthMeters, center, radiusMeters } = sampleTrail
  if (trail === undefined) {
    const area = ['--center', center, '--radius-meters', radiusMeters]
    await trailpass('trail', 'add', '--name', name, '--length-meters', lengthMeters, ...area)
  }
  const bikes = await list<SeededBike>('device', 'list')
  for (const number of bikes.length === 0 ? sampleBikes : []) {
    bikes.push(...(await list<SeededBike>('device', 'add', '--trail', trail?.name ?? name, '--number', number)))
  }
  return bikes.filter(({ state }) => state === 'in service')
}

/** The store could not be filled; the message is what the command said. */
export class SeedFailed extends Error {
  override name = 'SeedFailed'
}
