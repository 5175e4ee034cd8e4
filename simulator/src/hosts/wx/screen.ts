import type { Calls } from '../calls.ts'
import type { SharedCard } from './sharing.ts'
import type { SharedFile } from './user-files.ts'

/** What the mini program showed over its pages. */
export interface Shown {
  toasts: { title: string; icon: string }[]
  modals: { title: string; content: string }[]
  /** Cards sent to a chat. */
  shared: SharedCard[]
  /** Files that went to a chat. */
  files: SharedFile[]
  /** Words that were written on canvases. */
  drawn: string[]
}

const silent = [
  'hideToast',
  'showLoading',
  'hideLoading',
  'setNavigationBarTitle',
  'setNavigationBarColor',
  'showNavigationBarLoading',
  'hideNavigationBarLoading',
  'setBackgroundColor',
  'setBackgroundTextStyle',
  'startPullDownRefresh',
  'stopPullDownRefresh',
  'pageScrollTo',
  'hideKeyboard',
  'showShareMenu',
  'hideShareMenu',
  'previewImage',
  'loadFontFace',
] as const

// Characters of any script: https://developers.weixin.qq.com/miniprogram/dev/api/ui/interaction/wx.showModal.html
const longestAnswer = 4

export function createScreenApi(calls: Calls, shown: Shown) {
  const { asynchronous } = calls
  return {
    ...Object.fromEntries(silent.map((name) => [name, asynchronous(name, () => ({}))])),
    showToast: asynchronous('showToast', ({ title = '', icon = 'success' }) => {
      shown.toasts.push({ title: String(title), icon: String(icon) })
    }),
    showModal: asynchronous('showModal', ({ title = '', content = '', ...answers }) => {
      for (const name of ['confirmText', 'cancelText']) {
        if (String(answers[name] ?? '').length <= longestAnswer) continue
        throw new Error(`${name} length should not larger than ${longestAnswer} Chinese characters`)
      }
      shown.modals.push({ title: String(title), content: String(content) })
      return { confirm: true, cancel: false, content: null }
    }),
    showActionSheet: asynchronous('showActionSheet', () => ({ tapIndex: 0 })),
    createSelectorQuery: calls.synchronous('createSelectorQuery', createSelectorQuery),
    createAnimation: calls.synchronous('createAnimation', () => ({ export: () => ({ actions: [] }) })),
  }
}

/** There is no layout, so every queried node is null, like a node outside the page. */
export function createSelectorQuery() {
  let asked = 0
  const query = new Proxy<Record<string, unknown>>(
    {},
    {
      get: (_target, name) => {
        if (name === 'exec') return (done?: (results: null[]) => void) => done?.(Array(asked).fill(null))
        return (...values: unknown[]) => {
          const callback = values.find((value) => typeof value === 'function')
          if (!/^select|^in$/.test(String(name))) asked++
          if (typeof callback === 'function') callback(null)
          return query
        }
      },
    },
  )
  return query
}
