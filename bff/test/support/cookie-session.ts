import type { LoginResponse } from '@trailpass/shared'
import type { Answer } from './api.ts'
import { h5, randomId } from './journeys.ts'
import { h5Origin, type Stack } from './stack.ts'

interface CookieSession {
  answer: Answer<LoginResponse>
  /** `name=value`; empty if none was set. */
  cookie: string
  attributes: string[]
}

/** A login as the web page makes it: the token stays in the browser's cookie jar. */
export async function loginByCookie(
  stack: Stack,
  headers: Record<string, string> = {},
  user = 'alice',
): Promise<CookieSession> {
  const code = await stack.code(user, h5.appId)
  return post(stack, '/v1/session', { code, nonce: randomId() }, headers)
}

/** As the web page does it where it has no code. */
export const becomeGuestByCookie = (stack: Stack, headers: Record<string, string> = {}): Promise<CookieSession> =>
  post(stack, '/v1/session/guest', {}, headers)

async function post({ api }: Stack, path: string, body: object, headers: Record<string, string>) {
  const answer = await api<LoginResponse>('POST', path, {
    body: { platform: 'h5', appId: h5.appId, deviceId: randomId(), ...body },
    headers: { origin: h5Origin, 'Trailpass-Session': 'cookie', ...headers },
  })
  const [cookie = '', ...attributes] = (answer.headers.getSetCookie()[0] ?? '').split('; ')
  return { answer, cookie, attributes: attributes.map((attribute) => attribute.toLowerCase()) }
}
