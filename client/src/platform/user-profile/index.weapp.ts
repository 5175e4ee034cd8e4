import Taro from '@tarojs/taro'
import type { UserProfile } from './types'

// https://developers.weixin.qq.com/miniprogram/dev/api/open-api/user-info/wx.getUserProfile.html
export const userProfile: UserProfile | undefined = {
  isEarly: () => !Taro.canIUse('button.open-type.chooseAvatar') && Taro.canIUse('getUserProfile'),
  async ask(desc) {
    try {
      const { rawData, signature, encryptedData, iv } = await Taro.getUserProfile({ desc })
      return { rawData, signature, encryptedData, iv }
    } catch {
      return undefined
    }
  },
}
