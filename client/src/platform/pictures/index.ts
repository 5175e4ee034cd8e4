import Taro from '@tarojs/taro'
import type { ChoosePicture } from './types'

export const choosePicture: ChoosePicture = async () => {
  try {
    const { tempFiles } = await Taro.chooseImage({ count: 1, sizeType: ['compressed'] })
    const [file] = tempFiles
    return file && { path: file.path, bytes: file.size }
  } catch {
    return undefined
  }
}
