import Taro from '@tarojs/taro'
import type { Ask, Tell } from './types'

export const ask: Ask = async ({ title, text, yes, no }) => {
  try {
    const { confirm } = await Taro.showModal({ title, content: text, confirmText: yes, cancelText: no })
    return confirm
  } catch (failure) {
    console.error(failure)
    return false
  }
}

export const tell: Tell = (words, kind) => {
  void Taro.showToast({ title: words, icon: kind === 'done' ? 'success' : 'none' })
}
