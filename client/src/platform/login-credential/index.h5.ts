import { LoginCredentialError } from '../../lib/fault'
import { randomId } from '../random'
import { tabStorage } from '../storage/tab-storage'
import { createOAuthCredentials, type OAuthTab } from './oauth-credentials'

const wechatOAuthUrl = 'https://open.weixin.qq.com'
const oauthUrl = process.env.TARO_APP_WECHAT_OAUTH_URL

const tab: OAuthTab = {
  href: () => window.location.href,
  rewrite: (href) => window.history.replaceState(window.history.state, '', href),
  painted: () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  leave: (url) =>
    new Promise((_, reject) => {
      // The browser may restore this page from its cache when the person goes back.
      window.addEventListener('pageshow', () => reject(new LoginCredentialError('login.failed')), { once: true })
      window.location.replace(url)
    }),
  isOnline: () => navigator.onLine,
  notes: tabStorage,
  isWeChat: /MicroMessenger/i.test(navigator.userAgent),
}

// Created at load time, before the router reads the URL.
export const credentials = createOAuthCredentials(tab, randomId, {
  appId: process.env.TARO_APP_H5_APP_ID,
  oauthUrl,
  isWeChatOnly: oauthUrl === wechatOAuthUrl,
})
