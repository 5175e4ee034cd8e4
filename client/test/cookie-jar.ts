import type { LoginResponse } from '@trailpass/shared'
import type { Transport, TransportRequest } from '../src/api/transport'
import type { FakeBff } from './fake-bff'

/** A browser and a server that agree on a cookie: no page sees it, and one that identifies somebody is kept for them. */
export function withCookieJar(server: FakeBff): Transport {
  let cookie: string | null = null
  return {
    ...server,
    async request(sent: TransportRequest) {
      const authorization = cookie === null ? {} : { Authorization: `Bearer ${cookie}` }
      const answer = await server.request({ ...sent, headers: { ...sent.headers, ...authorization } })
      if (sent.method === 'DELETE' && sent.url === '/v1/session' && answer.status === 204) cookie = null
      if (!(sent.method === 'POST' && sent.url.startsWith('/v1/session')) || answer.status !== 200) return answer
      const login = answer.body as LoginResponse
      if (login.identified || !server.isIdentified(cookie)) {
        cookie = login.token
        return { ...answer, body: { ...login, token: null } }
      }
      const headers = { Authorization: `Bearer ${cookie}` }
      const { body: user } = await server.request({ method: 'GET', url: '/v1/userinfo', headers, timeoutMs: 0 })
      return { ...answer, body: { ...login, token: null, identified: true, user } }
    },
  }
}
