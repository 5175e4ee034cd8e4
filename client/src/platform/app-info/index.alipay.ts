import Taro from '@tarojs/taro'
import type { AppInfo } from './types'

export function appInfo(): AppInfo {
  const { language, model } = Taro.getSystemInfoSync()
  const appId = process.env.TARO_APP_SIMULATOR_URL ? process.env.TARO_APP_SIMULATOR_APP_ID : my.getAppIdSync().appId
  return { platform: 'alipay', appId, language, model }
}
