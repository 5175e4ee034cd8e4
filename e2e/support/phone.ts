import { fileURLToPath } from 'node:url'
import { defaultApps } from '@trailpass/simulator'
import {
  createMiniProgramHost,
  type MiniProgramHost,
  type MiniProgramHostOptions,
} from '@trailpass/simulator/hosts/node'
import type { Stack } from './stack.ts'

const distOf = (platform: MiniPlatform) => fileURLToPath(new URL(`../../client/dist/${platform}`, import.meta.url))

export const weappDist = distOf('weapp')

export type MiniPlatform = 'weapp' | 'alipay' | 'tt'

const apps = { weapp: defaultApps.weapp, alipay: defaultApps.alipay, tt: defaultApps.douyin }

/** Where a production build without TARO_APP_API_URL thinks its server is. */
const builtInOrigin = 'https://bff.example.com'

export interface PhoneOptions
  extends Partial<Pick<MiniProgramHostOptions, 'storage' | 'answers' | 'privacy' | 'baseLibrary'>> {
  platform?: MiniPlatform
}

/** A phone with the built mini program on it, in WeChat unless told otherwise. Each one is a cold start; hand over `storage` to keep the phone. */
export function createPhone(
  { bff, simulatorUrl }: Pick<Stack, 'bff' | 'simulatorUrl'>,
  user: string,
  { platform = 'weapp', ...options }: PhoneOptions = {},
): MiniProgramHost {
  return createMiniProgramHost({
    dist: distOf(platform),
    simulatorUrl,
    appId: apps[platform].appId,
    user,
    rewrite: (url) => url.replace(builtInOrigin, bff.url),
    ...options,
  })
}
