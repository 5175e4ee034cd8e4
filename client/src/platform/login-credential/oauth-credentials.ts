import { NetworkError } from '../../api/api-error'
import { LoginCredentialError } from '../../lib/fault'
import type { RandomId } from '../random/types'
import type { KeyValueStorage } from '../storage/types'
import { buildAuthorizeUrl, readCallback } from './oauth-url'
import type { LoginCredentials } from './types'

/** The browser functions that the OAuth redirect needs. */
export interface OAuthTab {
  href(): string
  /** Replaces the URL without loading anything. */
  rewrite(href: string): void
  /** Resolves after the page has been painted: content comes before login. */
  painted(): Promise<void>
  /** Navigates away; rejects if the person returns to this very page. */
  leave(url: string): Promise<never>
  isOnline(): boolean
  /** Lives as long as the tab. */
  notes: KeyValueStorage
  isWeChat: boolean
}

export interface OAuthSettings {
  appId: string
  oauthUrl: string
  /** WeChat's own OAuth works only inside WeChat; a simulator at another address works in any browser. */
  isWeChatOnly: boolean
}

const pendingKey = 'trailpass.oauth'
const redirectedKey = 'trailpass.oauth.redirected'

/** Removes code and state from the URL at once, so that nothing can log, store or share them. */
export function createOAuthCredentials(
  tab: OAuthTab,
  randomId: RandomId,
  { appId, oauthUrl, isWeChatOnly }: OAuthSettings,
): LoginCredentials {
  let code = takeCode(tab)

  return {
    async obtain({ asked }) {
      if (code !== undefined) {
        const once = code
        code = undefined
        return once
      }
      if (isWeChatOnly && !tab.isWeChat) throw new LoginCredentialError('login.outside_wechat')
      // At most one automatic redirect per visit: a rejected code or a blocked cookie must not cause a redirect loop.
      const mayLeave = asked || tab.notes.read(redirectedKey) === undefined
      if (appId === '' || !mayLeave) throw new LoginCredentialError('login.failed')
      // The browser's error page would replace this one, and going back would not return here.
      if (!tab.isOnline()) throw new NetworkError('network')

      const [redirectUri = '', hash = ''] = tab.href().split(/(?=#)/)
      // WeChat allows letters and digits only.
      const state = (await randomId()).replace(/[^A-Za-z0-9]/g, '')
      await tab.painted()
      tab.notes.write(redirectedKey, 'yes')
      tab.notes.write(pendingKey, `${state}${hash}`)
      // A tab without storage could neither verify the state nor know that it was redirected before.
      if (tab.notes.read(pendingKey) === undefined) throw new LoginCredentialError('login.failed')
      return tab.leave(buildAuthorizeUrl({ oauthUrl, appId, redirectUri, state }))
    },

    hasCode: () => code !== undefined,

    // OAuth knows no session_key.
    isSessionKeyAlive: async () => true,
  }
}

function takeCode({ href, rewrite, notes }: OAuthTab): string | undefined {
  const { code, state, cleanHref } = readCallback(href())
  if (code === undefined && state === undefined) return undefined
  const [expectedState, hash = ''] = notes.read(pendingKey)?.split(/(?=#)/) ?? []
  notes.remove(pendingKey)
  const isOurs = expectedState !== undefined && state === expectedState
  rewrite(isOurs ? cleanHref.replace(/#.*$/, '') + hash : cleanHref)
  return isOurs ? code : undefined
}
