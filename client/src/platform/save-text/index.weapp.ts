import Taro from '@tarojs/taro'
import type { CopyText, SaveText } from './types'

/** Sends the file to a chat chosen by the person, which may be their own file transfer. */
export const saveText: SaveText | undefined = async (fileName, text) => {
  const files = Taro.getFileSystemManager()
  const filePath = `${Taro.env.USER_DATA_PATH}/${fileName}`
  try {
    await new Promise((resolve, reject) => {
      files.writeFile({ filePath, data: text, encoding: 'utf8', success: resolve, fail: reject })
    })
    await Taro.shareFileMessage({ filePath, fileName })
    return true
  } catch {
    return false
  } finally {
    // The exported file must not remain on the phone.
    files.unlink({ filePath, fail: () => {} })
  }
}

export const copyText: CopyText | undefined = undefined
