import type { Method } from '@trailpass/shared'

export interface Answer<Body = unknown> {
  status: number
  headers: Headers
  /** The parsed JSON, or `undefined` when there is none. */
  body: Body
  text: string
}

export interface Call {
  token?: string | null
  /** Sent as JSON, or as it is when it is a form. */
  body?: unknown
  headers?: Record<string, string>
}

export type Api = <Body = unknown>(method: Method, path: string, call?: Call) => Promise<Answer<Body>>

/** Calls a server as any client would, over a socket. */
export function createApi(baseUrl: () => string): Api {
  return async <Body>(method: Method, path: string, { token, body, headers = {} }: Call = {}) => {
    const isForm = body instanceof FormData
    const response = await fetchOverAConnection(`${baseUrl()}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    const isJson = /json/.test(response.headers.get('content-type') ?? '')
    return {
      status: response.status,
      headers: response.headers,
      body: (isJson ? JSON.parse(text) : undefined) as Body,
      text,
    }
  }
}

/** A connection that was not made has carried no request: in a storm it is tried again, as any client would. */
async function fetchOverAConnection(url: string, init: RequestInit, tries = 3): Promise<Response> {
  try {
    return await fetch(url, init)
  } catch (error) {
    const { cause } = error as { cause?: NodeJS.ErrnoException }
    if (tries === 1 || cause?.syscall !== 'connect' || cause.code === 'ECONNREFUSED') throw error
    return fetchOverAConnection(url, init, tries - 1)
  }
}
