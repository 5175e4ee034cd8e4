import Taro from '@tarojs/taro'
import type { AppInfo } from './types'

export function appInfo(): AppInfo {
  const { language, model } = Taro.getSystemInfoSync()
  const { appId } = tt.getEnvInfoSync().microapp
  const known = process.env.TARO_APP_SIMULATOR_URL ? process.env.TARO_APP_SIMULATOR_APP_ID : appId
  return { platform: 'tt', appId: known, language, model }
}
