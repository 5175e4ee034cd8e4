import { fileURLToPath } from 'node:url'
import { defaultApps } from '@trailpass/simulator'
import {
  createMiniProgramHost,
  type MiniProgramHost,
  type MiniProgramHostOptions,
} from '@trailpass/simulator/hosts/node'
import type { Stack } from './stack.ts'

export const weappDist = fileURLToPath(new URL('../../client/dist/weapp', import.meta.url))

/** Where a production build without TARO_APP_API_URL thinks its server is. */
const builtInOrigin = 'https://bff.example.com'

/** A phone with the built mini program on it. Each one is a cold start; hand over `storage` to keep the phone. */
export function createPhone(
  { bff, simulatorUrl }: Pick<Stack, 'bff' | 'simulatorUrl'>,
  user: string,
  options: Partial<Pick<MiniProgramHostOptions, 'storage' | 'answers'>> = {},
): MiniProgramHost {
  return createMiniProgramHost({
    dist: weappDist,
    simulatorUrl,
    appId: defaultApps.weapp.appId,
    user,
    rewrite: (url) => url.replace(builtInOrigin, bff.url),
    ...options,
  })
}
