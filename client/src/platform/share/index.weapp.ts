import Taro from '@tarojs/taro'
import { cardHeight, cardWidth, drawCard } from './draw-card'
import type { Sharing } from './types'

export const sharing: Sharing = {
  async drawCard(words) {
    try {
      const canvas = Taro.createOffscreenCanvas({ type: '2d', width: cardWidth, height: cardHeight })
      drawCard(canvas.getContext('2d') as CanvasRenderingContext2D, words)
      const { tempFilePath } = await Taro.canvasToTempFilePath({ canvas: canvas as unknown as Taro.Canvas })
      return tempFilePath
    } catch {
      return undefined
    }
  },
}
