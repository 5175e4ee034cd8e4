import { defaultApps } from '@trailpass/simulator'
import { ensureBuilt } from '../build/ensure-built.ts'

/** vitest's global setup of the project `e2e`: those tests run what is shipped, so that it must be there. */
export async function setup(): Promise<void> {
  for (const target of ['bff', 'weapp', 'alipay', 'tt'] as const) await ensureBuilt(target)
  if (process.env.CHROMIUM_PATH) await ensureBuilt('h5', { TARO_APP_H5_APP_ID: defaultApps.h5.appId })
}
