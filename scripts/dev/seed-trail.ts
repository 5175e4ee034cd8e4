import { packageBin } from '../lib/package-bin.ts'
import { inRepository } from '../lib/repository.ts'
import { runNode } from '../lib/run-node.ts'

const sample = ['--name', '青龙湖步道', '--length-meters', '5200']

/** Adds a trail to a store that has none, so that the first home page has something to show. */
export async function seedTrail(env: NodeJS.ProcessEnv, say: (line: string) => void): Promise<void> {
  const trail = (...args: string[]) =>
    runNode([packageBin('tsx'), inRepository('bff', 'src', 'cli', 'main.ts'), 'trail', ...args], { env })
  const list = await trail('list', '--json')
  if (list.exitCode === 0 && list.output.trim() !== '[]') return
  const added = list.exitCode === 0 ? await trail('add', ...sample) : list
  if (added.exitCode !== 0) say(added.output.trim())
}
