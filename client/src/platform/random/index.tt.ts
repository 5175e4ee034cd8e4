import { encodeBase64Url } from '../../lib/base64url'
import { type RandomId, randomIdBytes } from './types'
import { weakId } from './weak-id'

/** https://developer.open-douyin.com/docs/resource/zh-CN/mini-app/develop/api/device/crypto: since base library 2.87.0. */
export const randomId: RandomId = () =>
  new Promise((resolve) => {
    const settle = () => resolve(weakId())
    if (!tt.getRandomValues) return settle()
    tt.getRandomValues({
      length: randomIdBytes,
      success: ({ randomValues }) => resolve(encodeBase64Url(new Uint8Array(randomValues))),
      fail: settle,
    })
  })
