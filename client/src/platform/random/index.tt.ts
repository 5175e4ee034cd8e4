import { encodeBase64Url } from '../../lib/base64url'
import { withinPatience } from '../within-patience'
import { patienceMs, type RandomId, randomIdBytes } from './types'
import { weakId } from './weak-id'

/** https://developer.open-douyin.com/docs/resource/zh-CN/mini-app/develop/api/device/crypto: since base library 2.87.0. */
export const randomId: RandomId = async () => {
  if (!tt.getRandomValues) return weakId()
  const bytes = new Promise<ArrayBuffer>((resolve, reject) => {
    tt.getRandomValues?.({
      length: randomIdBytes,
      success: ({ randomValues }) => resolve(randomValues),
      fail: reject,
    })
  })
  return withinPatience(bytes, patienceMs).then((given) => encodeBase64Url(new Uint8Array(given)), weakId)
}
