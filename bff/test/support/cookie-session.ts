import type { LoginResponse } from '@trailpass/shared'
import type { Answer } from './api.ts'
import { h5, randomId } from './journeys.ts'
import { h5Origin, type Stack } from './stack.ts'

/** A login as the web page makes it: the token stays in the browser's cookie jar. */
export async function loginByCookie(
  stack: Stack,
  headers: Record<string, string> = {},
  user = 'alice',
): Promise<{ answer: Answer<LoginResponse>; cookie: string; attributes: string[] }> {
  const code = await stack.code(user, h5.appId)
  const answer = await stack.api<LoginResponse>('POST', '/v1/session', {
    body: { platform: 'h5', appId: h5.appId, code, nonce: randomId(), deviceId: randomId() },
    headers: { origin: h5Origin, 'Trailpass-Session': 'cookie', ...headers },
  })
  const [cookie = '', ...attributes] = (answer.headers.getSetCookie()[0] ?? '').split('; ')
  return { answer, cookie, attributes: attributes.map((attribute) => attribute.toLowerCase()) }
}
