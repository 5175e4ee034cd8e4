import { NetworkError } from '../../api/api-error'
import type { Transport, TransportResponse } from '../../api/transport'

/** The browser's own: Taro's brings a fetch, an AbortController and JSONP for browsers that had none. */
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

/** A file that cannot be read fails as a request that reaches nobody, as it does in a mini program. */
async function send(url: string, timeoutMs: number, prepare: () => Promise<RequestInit>): Promise<TransportResponse> {
  // iOS 11.0 has fetch and no way to end one; there the answer comes to nobody.
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
