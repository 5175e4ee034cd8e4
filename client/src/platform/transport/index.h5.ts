import { NetworkError } from '../../api/api-error'
import type { Transport, TransportResponse } from '../../api/transport'

/** The native fetch: Taro's adds a fetch polyfill, an AbortController and JSONP for old browsers. */
export const transport: Transport = {
  request: ({ method, url, headers, body, timeoutMs }) =>
    send(url, timeoutMs, async () => ({
      method,
      headers: body === undefined ? headers : { ...headers, 'Content-Type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
    })),

  upload: ({ url, headers, field, filePath, timeoutMs }) =>
    send(url, timeoutMs, async () => {
      const form = new FormData()
      form.append(field, await (await fetch(filePath)).blob(), field)
      return { method: 'POST', headers, body: form }
    }),
}

/** An unreadable file is reported as a network error, as in a mini program. */
async function send(url: string, timeoutMs: number, prepare: () => Promise<RequestInit>): Promise<TransportResponse> {
  // iOS 11.0 has fetch without AbortController; there the late response is ignored.
  const ending = typeof AbortController === 'function' ? new AbortController() : undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const patience = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new NetworkError('timeout'))
      ending?.abort()
    }, timeoutMs)
  })
  try {
    const answer = prepare().then((request) =>
      receive(url, { credentials: 'same-origin', signal: ending?.signal ?? null, ...request }),
    )
    return await Promise.race([patience, answer])
  } catch (error) {
    throw error instanceof NetworkError ? error : new NetworkError('network', { cause: error })
  } finally {
    clearTimeout(timer)
  }
}

async function receive(url: string, request: RequestInit): Promise<TransportResponse> {
  const response = await fetch(url, request)
  const headers: Record<string, string> = {}
  response.headers.forEach((value, name) => {
    headers[name.toLowerCase()] = value
  })
  return { status: response.status, headers, body: readBody(await response.text()) }
}

function readBody(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
