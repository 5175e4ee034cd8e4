import type { Clock } from '../../ports/clock.ts'
import type { App } from '../../ports/identity-provider.ts'
import { readStatus } from './errcode.ts'
import { type Upstream, UpstreamError } from './upstream.ts'

/** Both the old and the new token are valid in the last five minutes. */
const renewAheadMs = 5 * 60_000

export interface AccessTokens {
  /** One fetch per app, however many ask. `refused` is the token WeChat would not take. Throws UpstreamError. */
  get(app: App, options: { signal: AbortSignal; refused?: string }): Promise<string>
}

/** https://developers.weixin.qq.com/miniprogram/dev/server/API/mp-access-token/api_getstableaccesstoken */
export function createAccessTokens(upstream: Upstream, clock: Clock): AccessTokens {
  const kept = new Map<string, { token: string; renewAt: number }>()
  const fetching = new Map<string, Promise<string>>()

  async function fetchToken({ appId, secret }: App, signal: AbortSignal, force: boolean): Promise<string> {
    const answer = await upstream.request({
      method: 'POST',
      path: '/cgi-bin/stable_token',
      query: {},
      body: { grant_type: 'client_credential', appid: appId, secret: secret.reveal(), force_refresh: force },
      signal,
    })
    const { access_token: token, expires_in: expiresIn } = answer
    if (typeof token !== 'string' || typeof expiresIn !== 'number') {
      throw new UpstreamError(`stable_token errcode ${readStatus(answer).errcode}`)
    }
    kept.set(appId, { token, renewAt: clock.now().getTime() + expiresIn * 1000 - renewAheadMs })
    return token
  }

  return {
    get(app, { signal, refused }) {
      const current = kept.get(app.appId)
      if (current && current.token !== refused && clock.now().getTime() < current.renewAt) {
        return Promise.resolve(current.token)
      }
      const running = fetching.get(app.appId)
      if (running) return running
      const force = refused !== undefined && current?.token === refused
      const fetched = fetchToken(app, signal, force).finally(() => fetching.delete(app.appId))
      fetching.set(app.appId, fetched)
      return fetched
    },
  }
}
