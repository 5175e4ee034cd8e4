import { readFile } from 'node:fs/promises'
import { NetworkError } from '@trailpass/client/api/api-error.ts'
import type { Transport, TransportResponse } from '@trailpass/client/api/transport.ts'

/** The client's transport over Node's fetch: real sockets, no Taro. */
export const fetchTransport: Transport = {
  request: ({ method, url, headers, body, timeoutMs }) =>
    send(url, timeoutMs, {
      method,
      headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),

  async upload({ url, headers, field, filePath, timeoutMs }) {
    const form = new FormData()
    form.set(field, new Blob([await readFile(filePath)]), 'upload')
    return send(url, timeoutMs, { method: 'POST', headers, body: form })
  },
}

async function send(url: string, timeoutMs: number, init: RequestInit): Promise<TransportResponse> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMs) })
    const text = await response.text()
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: text === '' ? undefined : JSON.parse(text),
    }
  } catch (error) {
    throw new NetworkError((error as Error).name === 'TimeoutError' ? 'timeout' : 'network')
  }
}
