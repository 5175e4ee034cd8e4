import type { Calls } from '../calls.ts'
import { createSelectorQuery, type Shown } from '../wx/screen.ts'

const silent = [
  'hideToast',
  'showLoading',
  'hideLoading',
  'setNavigationBar',
  'showNavigationBarLoading',
  'hideNavigationBarLoading',
  'setBackgroundColor',
  'startPullDownRefresh',
  'stopPullDownRefresh',
  'pageScrollTo',
  'hideKeyboard',
  'hideShareMenu',
  'previewImage',
] as const

/** What `my` shows over its pages. */
export function createAlipayScreenApi(calls: Calls, shown: Shown) {
  const { asynchronous } = calls
  const note = ({ title = '', content = '' }: Readonly<Record<string, unknown>>) =>
    void shown.modals.push({ title: String(title), content: String(content) })
  return {
    ...Object.fromEntries(silent.map((name) => [name, asynchronous(name, () => ({}))])),
    showToast: asynchronous('showToast', ({ content = '', type = 'none' }) => {
      shown.toasts.push({ title: String(content), icon: String(type) })
    }),
    confirm: asynchronous('confirm', (options) => {
      note(options)
      return { confirm: true }
    }),
    alert: asynchronous('alert', (options) => {
      note(options)
      return { success: true }
    }),
    showActionSheet: asynchronous('showActionSheet', () => ({ index: 0 })),
    createSelectorQuery: calls.synchronous('createSelectorQuery', createSelectorQuery),
    createAnimation: calls.synchronous('createAnimation', () => ({ export: () => ({ animations: [] }) })),
  }
}
