import type { CallOptions, Calls } from './calls.ts'
import type { Pages, Query } from './pages.ts'

const stackLimit = 10

interface NavigationOptions {
  pages: Pages
  calls: Calls
  /** From app.json. */
  routes: readonly string[]
  tabRoutes: readonly string[]
}

// https://developers.weixin.qq.com/miniprogram/dev/api/route/wx.navigateTo.html
export function createNavigation({ pages, calls, routes, tabRoutes }: NavigationOptions) {
  function demandRoute(options: CallOptions): { route: string; query: Query } {
    const target = parseUrl(String(options.url ?? ''), pages.top()?.route ?? '')
    if (!routes.includes(target.route)) throw new Error(`page "${target.route}" is not found`)
    return target
  }

  function demandPlainRoute(options: CallOptions) {
    const target = demandRoute(options)
    if (tabRoutes.includes(target.route)) throw new Error('can not navigateTo a tabbar page')
    return target
  }

  return {
    navigateTo: calls.asynchronous('navigateTo', (options) => {
      const { route, query } = demandPlainRoute(options)
      if (pages.stack.length >= stackLimit) throw new Error('webview count limit exceed')
      pages.call(pages.top(), 'onHide')
      pages.open(route, query)
    }),
    redirectTo: calls.asynchronous('redirectTo', (options) => {
      const { route, query } = demandPlainRoute(options)
      pages.close(1)
      pages.open(route, query)
    }),
    reLaunch: calls.asynchronous('reLaunch', (options) => {
      const { route, query } = demandRoute(options)
      pages.close(pages.stack.length)
      pages.open(route, query)
    }),
    switchTab: calls.asynchronous('switchTab', (options) => {
      const { route } = demandRoute(options)
      if (!tabRoutes.includes(route)) throw new Error('can not switch to no-tabBar page')
      pages.close(pages.stack.length)
      pages.open(route, {})
    }),
    navigateBack: calls.asynchronous('navigateBack', ({ delta = 1 }) => {
      if (pages.stack.length < 2) throw new Error('cannot navigate back at first page.')
      pages.close(Math.min(Number(delta), pages.stack.length - 1))
      pages.call(pages.top(), 'onShow')
    }),
  }
}

/** Values are not decoded, as in WeChat's page queries. */
function parseUrl(url: string, from: string): { route: string; query: Query } {
  const [location = '', search = ''] = url.split('?', 2)
  const { pathname } = new URL(location, `page:///${from}`)
  const pairs = search.split('&').filter((pair) => pair !== '')
  const query = Object.fromEntries(
    pairs.map((pair) => {
      const equals = pair.indexOf('=')
      return equals < 0 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)]
    }),
  )
  return { route: pathname.replace(/^\/+/, ''), query }
}
