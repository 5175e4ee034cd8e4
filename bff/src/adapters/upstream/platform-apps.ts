import type { Platform } from '@trailpass/shared'
import type { PlatformProviders } from '../../ports/app-directory.ts'

/** What speaks to the platforms of one company, for any app there. */
export interface PlatformApps {
  providers: Partial<Record<Platform, PlatformProviders>>
  close(): Promise<void>
}

/** The rest of an app whose secret can be checked and that people can sign in to, and no more. */
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
