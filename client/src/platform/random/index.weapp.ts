import Taro from '@tarojs/taro'
import { encodeBase64Url } from '../../lib/base64url'
import { type RandomId, randomIdBytes } from './types'

export const randomId: RandomId = () =>
  new Promise((resolve, reject) => {
    Taro.getRandomValues({
      length: randomIdBytes,
      success: ({ randomValues }) => resolve(encodeBase64Url(new Uint8Array(randomValues))),
      fail: reject,
    })
  })
