import { expect, it } from 'vitest'
import { readOperations } from '../support/described.ts'
import { expectProblem } from '../support/expect-problem.ts'
import { randomId, weapp } from '../support/journeys.ts'
import { h5Origin, type Stack } from '../support/stack.ts'
import { withStack } from '../support/with-stack.ts'

const foreign = 'https://elsewhere.example'
const cookieMode = { 'trailpass-session': 'cookie' }

/** A guest whose session a browser keeps in its cookie. */
async function openBrowser({ api }: Stack): Promise<{ cookie: string }> {
  const body = { platform: 'weapp', appId: weapp.appId, deviceId: randomId() }
  const answer = await api('POST', '/v1/session/guest', {
    body,
    headers: { ...cookieMode, origin: h5Origin },
  })
  return { cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '' }
}

it('a foreign page can make a browser change nothing, by any operation', () =>
  withStack(async (stack) => {
    const headers = await openBrowser(stack)
    const unsafe = (await readOperations(stack.url)).filter(({ method }) => method !== 'GET')
    expect(unsafe.length).toBeGreaterThan(10)
    for (const { id, method, path, body, needsSession } of unsafe) {
      for (const origin of [{}, { origin: foreign }, { origin: 'null' }]) {
        const call = { body, headers: { ...headers, ...cookieMode, ...origin } }
        // A ticket is bound to an origin of its own, and one from elsewhere is answered like any bad ticket.
        const status = id === 'redeemTicket' ? 401 : 403
        expect({ id, status: (await stack.api(method, path, call)).status }).toEqual({ id, status })
      }
      // A form or an image cannot add the header; without it the cookie is nobody's.
      const bare = await stack.api(method, path, { body, headers: { ...headers, origin: foreign } })
      if (needsSession) expect({ id, status: bare.status }).toEqual({ id, status: 401 })
    }
    expect((await stack.api('GET', '/v1/userinfo', { headers: { ...headers, ...cookieMode } })).status).toBe(200)
  }))

const preflight = (origin: string) => ({
  headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' },
})
const allowed = (headers: Headers) => headers.get('access-control-allow-origin')

it('no origin may call from its pages unless it is named', () =>
  withStack(async ({ url }) => {
    const answer = await fetch(`${url}/v1/session`, { method: 'OPTIONS', ...preflight(foreign) })
    expect([answer.status, allowed(answer.headers)]).toEqual([405, null])
    expect(allowed((await fetch(`${url}/v1/overview`, { headers: { origin: foreign } })).headers)).toBeNull()
  }))

it('pages of a named origin may call with a bearer token, and never with the cookie', () =>
  withStack(
    async (stack) => {
      const { url } = stack
      const answer = await fetch(`${url}/v1/session`, { method: 'OPTIONS', ...preflight(foreign) })
      expect([answer.status, allowed(answer.headers)]).toEqual([204, foreign])
      expect(answer.headers.get('access-control-allow-headers')?.toLowerCase()).not.toContain('trailpass-session')
      expect(answer.headers.get('access-control-allow-credentials')).toBeNull()

      const { token } = await stack.becomeGuest()
      const called = await stack.api('GET', '/v1/userinfo', { token, headers: { origin: foreign } })
      expect([called.status, allowed(called.headers)]).toEqual([200, foreign])
      const refused = await stack.api('GET', '/v1/userinfo', { headers: { origin: foreign } })
      expectProblem(refused, 401, 'session.missing')
      expect(allowed(refused.headers)).toBe(foreign)
      const other = await fetch(`${url}/v1/overview`, { headers: { origin: 'https://third.example' } })
      expect(allowed(other.headers)).toBeNull()
    },
    { env: { CORS_ORIGINS: `https://app.example, ${foreign}` } },
  ))

it('every answer tells browsers to sniff, frame and keep nothing', () =>
  withStack(async (stack) => {
    const { token } = await stack.becomeGuest()
    for (const path of ['/v1/userinfo', '/v1/nothing', '/v1/overview', '/healthz']) {
      const { headers } = await stack.api('GET', path, { token })
      expect(Object.fromEntries(headers)).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'strict-transport-security': expect.stringContaining('max-age='),
        'content-security-policy': expect.stringContaining("default-src 'self'"),
        'cross-origin-resource-policy': 'same-site',
        'x-frame-options': 'SAMEORIGIN',
      })
      expect(headers.get('x-powered-by')).toBeNull()
      if (path.startsWith('/v1/')) expect(headers.get('cache-control')).toBe('no-store')
    }
  }))
