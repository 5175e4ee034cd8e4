import type { LoginResponse } from '@trailpass/shared'
import type { Transport, TransportRequest } from '../src/api/transport'

/** A browser in front of a server: it keeps the token of a login as its cookie, and shows it to no page. */
export function withCookieJar(server: Transport): Transport {
  let cookie: string | null = null
  return {
    ...server,
    async request(sent: TransportRequest) {
      const authorization = cookie === null ? {} : { Authorization: `Bearer ${cookie}` }
      const answer = await server.request({ ...sent, headers: { ...sent.headers, ...authorization } })
      if (sent.method === 'DELETE' && sent.url === '/v1/session' && answer.status === 204) cookie = null
      if (!(sent.method === 'POST' && sent.url.startsWith('/v1/session')) || answer.status !== 200) return answer
      const login = answer.body as LoginResponse
      cookie = login.token
      return { ...answer, body: { ...login, token: null } }
    },
  }
}
