import Taro from '@tarojs/taro'
import type { AppInfo } from './types'

export function appInfo(): AppInfo {
  const { appId } = Taro.getAccountInfoSync().miniProgram
  const { language } = Taro.getAppBaseInfo()
  return { platform: 'weapp', appId: knownAppId(appId), language: language ?? '', model: Taro.getDeviceInfo().model }
}

// DevTools without an AppID calls itself touristappid, which the simulator does not know.
function knownAppId(appId: string): string {
  return process.env.TARO_APP_SIMULATOR_URL && appId === 'touristappid' ? process.env.TARO_APP_SIMULATOR_APP_ID : appId
}
