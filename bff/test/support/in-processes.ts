import { type BffProcess, startBffProcess } from './bff-process.ts'
import { createJourneys, type Journeys } from './journeys.ts'
import type { Stack } from './stack.ts'

export type RunningBff = BffProcess & Journeys

/**
 * Three processes on PostgreSQL, one on the embedded store, in the place of the stack's own server; `envOf` is what each
 * has beside the stack's environment.
 */
export async function inProcesses(
  stack: Stack,
  play: (bffs: readonly RunningBff[]) => Promise<void>,
  envOf: (index: number) => Record<string, string> = () => ({}),
): Promise<void> {
  await stack.stop()
  const count = stack.env.DATABASE_URL === undefined ? 1 : 3
  const started = await Promise.all(
    Array.from({ length: count }, (_, index) => startBffProcess({ ...stack.env, ...envOf(index) })),
  )
  try {
    // A property that is read anew, as `output` is, would be frozen by a spread.
    await play(started.map((bff) => Object.assign(Object.create(bff) as BffProcess, createJourneys(bff.api, stack))))
  } catch (error) {
    for (const { output } of started) {
      const lines = output.split('\n').filter((line) => !line.includes('"msg":"request"'))
      console.error(lines.slice(-10).join('\n'))
    }
    throw error
  } finally {
    await Promise.all(started.map((bff) => bff.kill()))
    await stack.start()
  }
}

/** Deals the work out to the processes in turn. */
export const each = <T>(
  bffs: readonly RunningBff[],
  count: number,
  ask: (bff: RunningBff, index: number) => Promise<T>,
) => Promise.all(Array.from({ length: count }, (_, index) => ask(bffs[index % bffs.length] as RunningBff, index)))
