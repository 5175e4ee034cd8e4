import type { Platform } from '@trailpass/shared'
import type { PlatformProviders } from '../../ports/app-directory.ts'

/** The providers of one company's platforms, for any app. */
export interface PlatformApps {
  providers: Partial<Record<Platform, PlatformProviders>>
  close(): Promise<void>
}

/** The other fields of an app that supports only sign-in and secret checks. */
export const nothingButLogin = {
  phoneProvider: null,
  payloadReader: null,
  sessionKeyProvider: null,
  contentCheck: null,
  openPushChannel: null,
} as const

export function joinPlatforms(...platforms: PlatformApps[]): PlatformApps {
  return {
    providers: Object.assign({}, ...platforms.map(({ providers }) => providers)),
    close: async () => void (await Promise.all(platforms.map((platform) => platform.close()))),
  }
}
