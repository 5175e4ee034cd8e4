import { Pool } from 'undici'

/** Far above anything WeChat answers; a longer body is not read to its end. */
const bodyLimitBytes = 64 * 1024
const connections = 64

/** The platform did not give a usable answer. `reason` is safe to log. */
export class UpstreamError extends Error {
  override readonly name = 'UpstreamError'
  readonly reason: string

  constructor(reason: string, cause?: unknown) {
    super(`WeChat gave no usable answer: ${reason}`, { cause })
    this.reason = reason
  }
}

export interface UpstreamRequest {
  method: 'GET' | 'POST'
  path: string
  query: Record<string, string>
  body?: unknown
  /** Ends the request, whatever it is doing. */
  signal: AbortSignal
}

export interface Upstream {
  /** The JSON object that was answered. Throws UpstreamError. */
  request(request: UpstreamRequest): Promise<Record<string, unknown>>
  close(): Promise<void>
}

/** WeChat's HTTP: status 200 in every case, JSON whatever the content type says, no redirects. */
export function createUpstream(baseUrl: string): Upstream {
  const { origin, pathname } = new URL(baseUrl)
  const prefix = pathname.replace(/\/+$/, '')
  const pool = new Pool(origin, { connections, connect: { timeout: 2500 }, headersTimeout: 3000, bodyTimeout: 3000 })

  async function read(body: AsyncIterable<Buffer> & { destroy(): unknown }): Promise<string> {
    const chunks: Buffer[] = []
    let length = 0
    for await (const chunk of body) {
      length += chunk.length
      if (length > bodyLimitBytes) throw new UpstreamError('body too large') // leaving the loop destroys the stream
      chunks.push(chunk)
    }
    return Buffer.concat(chunks).toString('utf8')
  }

  return {
    async request({ method, path, query, body, signal }) {
      try {
        const response = await pool.request({
          method,
          path: `${prefix}${path}?${new URLSearchParams(query)}`,
          headers: body === undefined ? {} : { 'content-type': 'application/json' },
          body: body === undefined ? null : JSON.stringify(body),
          signal,
        })
        if (response.statusCode !== 200) {
          response.body.on('error', () => {}).destroy()
          throw new UpstreamError(`status ${response.statusCode}`)
        }
        return parse(await read(response.body))
      } catch (error) {
        if (error instanceof UpstreamError) throw error
        if (signal.aborted) throw new UpstreamError('timeout')
        // The cause names the URL with its secret, so only its code goes on.
        throw new UpstreamError((error as { code?: string }).code ?? 'connection failed')
      }
    },
    close: () => pool.destroy(),
  }
}

function parse(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  } catch {
    // told below, without the text: it may hold anything
  }
  throw new UpstreamError('not a JSON object')
}
