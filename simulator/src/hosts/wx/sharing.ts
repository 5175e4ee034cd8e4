import type { PageInstance, Pages } from '../pages.ts'

/** A card that was sent to a chat. */
export interface SharedCard {
  title: string
  path: string
  imageUrl?: string
}

export type Share = (from: 'button' | 'menu') => void

/** Shares to a chat, from a button or the page's menu. */
// https://developers.weixin.qq.com/miniprogram/dev/reference/api/Page.html#onShareAppMessage-Object-object
export function createSharing(pages: Pages, shared: SharedCard[], appName: string): Share {
  return (from) => {
    const page = pages.top() as PageInstance
    if (typeof page.onShareAppMessage !== 'function') throw new Error(`${page.route} cannot be shared`)
    const card = pages.call(page, 'onShareAppMessage', { from }) as Partial<SharedCard> | undefined
    shared.push({ title: appName, path: page.route, ...card })
  }
}
