import Taro from '@tarojs/taro'
import type { TextScale } from './types'

const usualPx = 16

/** WeChat: 我 → 设置 → 通用 → 字体大小. https://developers.weixin.qq.com/miniprogram/dev/api/base/system/wx.getAppBaseInfo.html */
export const textScale: TextScale = () => {
  const { fontSizeSetting } = Taro.getAppBaseInfo() as { fontSizeSetting?: number }
  return (fontSizeSetting || usualPx) / usualPx
}
