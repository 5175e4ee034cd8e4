import { ensureBuilt } from '../build/ensure-built.ts'
import type { Target } from '../build/targets.ts'

/** vitest's global setup of the project `e2e`: those tests run what is shipped, so that it must be there. */
export async function setup(): Promise<void> {
  const needed: Target[] = ['bff', 'weapp', ...(process.env.CHROMIUM_PATH ? (['h5'] as const) : [])]
  for (const target of needed) await ensureBuilt(target)
}
