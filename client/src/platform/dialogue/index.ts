import Taro from '@tarojs/taro'
import { readingMs } from './reading-ms'
import type { Ask, Tell } from './types'

export const ask: Ask = async ({ title, text, yes, no }) => {
  try {
    const refusal = no === undefined ? { showCancel: false } : { cancelText: no }
    const { confirm } = await Taro.showModal({ title, content: text, confirmText: yes, ...refusal })
    return confirm
  } catch (failure) {
    console.error(failure)
    return false
  }
}

export const tell: Tell = (words, kind) => {
  void Taro.showToast({ title: words, icon: kind === 'done' ? 'success' : 'none', duration: readingMs(words) })
}
