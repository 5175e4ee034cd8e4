import { buildLine } from './build-line.ts'
import { lockOf, withBuildLock } from './build-lock.ts'
import { isFresh } from './build-stamp.ts'
import { compile } from './compile.ts'
import type { Target } from './targets.ts'

/** Builds the target unless the same sources and variables were built already. Says in a line when it builds. */
export async function ensureBuilt(
  target: Target,
  env: NodeJS.ProcessEnv = {},
  say: (line: string) => void = console.log,
): Promise<void> {
  if (isFresh(target, env)) return
  await withBuildLock(async () => {
    // Whoever held the lock may have built this very thing.
    if (!isFresh(target, env)) say(buildLine(await compile(target, env)))
  }, lockOf(target))
}
