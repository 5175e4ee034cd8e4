import { inSeconds } from '../lib/figures.ts'
import type { Step } from './step.ts'

/** Runs every step, a few at a time, also after a failure. Returns the names of those that failed. */
export async function runSteps(
  steps: Step[],
  { atOnce, say }: { atOnce: number; say: (line: string) => void },
): Promise<string[]> {
  const failed: string[] = []
  const waiting = [...steps]
  const work = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const startedAt = performance.now()
      const faults = await step
        .run()
        .catch((error: unknown) => [error instanceof Error ? `${error.stack}` : `${error}`])
      const time = inSeconds(performance.now() - startedAt)
      say(`${faults.length === 0 ? 'ok    ' : 'FAILED'} ${step.name.padEnd(20)} ${time.padStart(7)}`)
      if (faults.length === 0) continue
      failed.push(step.name)
      say(faults.join('\n').replace(/^/gm, '       '))
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return failed
}
