import { LoginCredentialError } from '../../lib/fault'
import type { RandomId } from '../random/types'
import type { KeyValueStorage } from '../storage/types'
import { buildAuthorizeUrl, readCallback } from './oauth-url'
import type { LoginCredentials } from './types'

/** What the OAuth redirect needs of a browser tab. */
export interface OAuthTab {
  href(): string
  /** Puts another address in place without loading anything. */
  rewrite(href: string): void
  /** Once what is on the page has been painted: content comes before any login. */
  painted(): Promise<void>
  /** Goes elsewhere; rejects when the person comes back to this very page. */
  leave(url: string): Promise<never>
  /** Lives as long as the tab. */
  notes: KeyValueStorage
  isWeChat: boolean
}

export interface OAuthSettings {
  appId: string
  oauthUrl: string
  /** WeChat itself answers only inside WeChat; whoever plays it on another address answers any browser. */
  isWeChatOnly: boolean
}

const pendingKey = 'trailpass.oauth'
const redirectedKey = 'trailpass.oauth.redirected'

/** Takes code and state off the address at once, so that nothing later can log, store or share them. */
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
      // One redirect per visit by itself: a refused code or a blocked cookie must not send anybody in circles.
      const mayLeave = asked || tab.notes.read(redirectedKey) === undefined
      if (appId === '' || !mayLeave) throw new LoginCredentialError('login.failed')

      const [redirectUri = '', hash = ''] = tab.href().split(/(?=#)/)
      // WeChat allows letters and digits only.
      const state = (await randomId()).replace(/[^A-Za-z0-9]/g, '')
      await tab.painted()
      tab.notes.write(redirectedKey, 'yes')
      tab.notes.write(pendingKey, `${state}${hash}`)
      // A tab that keeps nothing could not tell its own code, nor that it has been away.
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
