import { randomBytes } from 'node:crypto'
import type { LoginRequest, LoginResponse } from '@trailpass/shared'
import { defaultApps } from '@trailpass/simulator'

export interface Answer<T> {
  status: number
  body: T & { code?: string }
  headers: Headers
}

export const randomId = (): string => randomBytes(18).toString('base64url')

/** Speaks to the BFF as curl does. */
export async function callBff<T = Record<string, unknown>>(
  url: string,
  method: string,
  path: string,
  { token, body, headers = {} }: { token?: string | null; body?: unknown; headers?: Record<string, string> } = {},
): Promise<Answer<T>> {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(token && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, body: text === '' ? {} : JSON.parse(text), headers: response.headers }
}

export const loginRequest = (code: string, over: Partial<LoginRequest> = {}): LoginRequest => ({
  platform: 'weapp',
  appId: defaultApps.weapp.appId,
  code,
  nonce: randomId(),
  deviceId: randomId(),
  ...over,
})

export const login = (url: string, request: LoginRequest) =>
  callBff<LoginResponse>(url, 'POST', '/v1/session', { body: request })
