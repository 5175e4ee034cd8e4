import { lockOf, withBuildLock } from './build-lock.ts'
import { type BuildReport, compile } from './compile.ts'
import type { Target } from './targets.ts'

export function buildTarget(target: Target, env: NodeJS.ProcessEnv = {}): Promise<BuildReport> {
  return withBuildLock(() => compile(target, env), lockOf(target))
}
