import Taro from '@tarojs/taro'
import { encodeBase64Url } from '../../lib/base64url'
import { withinPatience } from '../within-patience'
import { patienceMs, type RandomId, randomIdBytes } from './types'

export const randomId: RandomId = async () => {
  const bytes = new Promise<ArrayBuffer>((resolve, reject) => {
    Taro.getRandomValues({
      length: randomIdBytes,
      success: ({ randomValues }) => resolve(randomValues),
      fail: reject,
    })
  })
  return encodeBase64Url(new Uint8Array(await withinPatience(bytes, patienceMs)))
}
