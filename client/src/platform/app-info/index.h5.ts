import type { AppInfo } from './types'

export function appInfo(): AppInfo {
  return { platform: 'h5', appId: process.env.TARO_APP_H5_APP_ID, language: navigator.language }
}
