import Taro from '@tarojs/taro'
import type { AppInfo } from './types'

export function appInfo(): AppInfo {
  const { language, model } = Taro.getSystemInfoSync()
  return { platform: 'alipay', appId: my.getAppIdSync().appId, language, model }
}
