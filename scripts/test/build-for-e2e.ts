import { defaultApps } from '@trailpass/simulator'
import { ensureBuilt } from '../build/ensure-built.ts'
import type { Target } from '../build/targets.ts'
import { inParallel } from '../lib/in-parallel.ts'

/** vitest's global setup of the project `e2e`: those tests run what is shipped, so that it must be there. */
export async function setup(): Promise<void> {
  const targets: Target[] = ['bff', 'weapp', 'alipay', 'tt', ...(process.env.CHROMIUM_PATH ? ['h5' as const] : [])]
  await inParallel(targets, (target) =>
    ensureBuilt(target, target === 'h5' ? { TARO_APP_H5_APP_ID: defaultApps.h5.appId } : {}),
  )
}
