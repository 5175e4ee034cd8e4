import type { Platform } from '@trailpass/shared'

export interface AppInfo {
  platform: Platform
  appId: string
  /** The language of the platform as it names it: `zh_CN`, `en`, `zh-Hans`, … */
  language: string
  /** What kind of phone this is, for the list of signed-in devices; absent when the platform does not say. */
  model?: string
}
