import { buildLine } from './build-line.ts'
import { isFresh } from './build-stamp.ts'
import { buildTarget } from './build-target.ts'
import type { Target } from './targets.ts'

/** Builds the target unless the same sources and variables were built already. Says in a line when it builds. */
export async function ensureBuilt(
  target: Target,
  env: NodeJS.ProcessEnv = {},
  say: (line: string) => void = console.log,
): Promise<void> {
  if (isFresh(target, env)) return
  const report = await buildTarget(target, env)
  say(buildLine(report))
}
