import Taro from '@tarojs/taro'
import type { KeyValueStorage } from './types'

export const storage: KeyValueStorage = {
  read(key) {
    try {
      const text: unknown = Taro.getStorageSync(key)
      return typeof text === 'string' && text !== '' ? text : undefined
    } catch {
      return undefined
    }
  },
  write(key, text) {
    try {
      Taro.setStorageSync(key, text)
    } catch {
      // Storage is full or forbidden: the session then lasts as long as the app.
    }
  },
  remove(key) {
    try {
      Taro.removeStorageSync(key)
    } catch {
      // As above.
    }
  },
}
