import Taro from '@tarojs/taro'
import type { AppInfo } from './types'

export function appInfo(): AppInfo {
  const { language, model } = Taro.getSystemInfoSync()
  return { platform: 'tt', appId: tt.getEnvInfoSync().microapp.appId, language, model }
}
