import { Pool } from 'undici'
import { hasDuplicateKeys } from '../../lib/has-duplicate-keys.ts'

/** Far above any real response; a longer body is not read to its end. */
const bodyLimitBytes = 64 * 1024
const connections = 64

/** The platform did not return a usable response. `reason` is safe to log. */
export class UpstreamError extends Error {
  override readonly name = 'UpstreamError'
  readonly reason: string
  /** The platform's request id, if the response has one. */
  readonly rid: string | undefined

  constructor(reason: string, rid?: string) {
    super(`the platform gave no usable answer: ${reason}`)
    this.reason = reason
    this.rid = rid
  }
}

export interface UpstreamRequest {
  method: 'GET' | 'POST'
  path: string
  query: Record<string, string>
  /** Sent as JSON. */
  body?: unknown
  /** Sent as a form, instead of `body`. */
  form?: Record<string, string>
  /** Ends the request, whatever it is doing. */
  signal: AbortSignal
}

export interface Upstream {
  /** The response text. Throws UpstreamError. */
  text(request: UpstreamRequest): Promise<string>
  /** The response as a JSON object. Throws UpstreamError. */
  request(request: UpstreamRequest): Promise<Record<string, unknown>>
  close(): Promise<void>
}

/**
 * HTTP client for platforms: any status except 200 is a failure, the body is parsed as JSON whatever its content type,
 * redirects are not followed.
 */
export function createUpstream(baseUrl: string): Upstream {
  const { origin, pathname } = new URL(baseUrl)
  const prefix = pathname.replace(/\/+$/, '')
  const pool = new Pool(origin, { connections, connect: { timeout: 2000 }, headersTimeout: 3000, bodyTimeout: 3000 })

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

  async function text({ method, path, query, body, form, signal }: UpstreamRequest): Promise<string> {
    try {
      const response = await pool.request({
        method,
        path: `${prefix}${path}?${new URLSearchParams(query)}`,
        ...encode(body, form),
        signal,
      })
      if (response.statusCode !== 200) {
        response.body.on('error', () => {}).destroy()
        throw new UpstreamError(`status ${response.statusCode}`)
      }
      return await read(response.body)
    } catch (error) {
      if (error instanceof UpstreamError) throw error
      if (signal.aborted) throw new UpstreamError('timeout')
      // The cause contains the URL with its secret, so only its code is passed on.
      throw new UpstreamError((error as { code?: string }).code ?? 'connection failed')
    }
  }

  return {
    text,
    request: async (request) => parseObject(await text(request)),
    close: () => pool.destroy(),
  }
}

function encode(body: unknown, form: Record<string, string> | undefined) {
  if (form !== undefined) {
    const headers = { 'content-type': 'application/x-www-form-urlencoded;charset=utf-8' }
    return { headers, body: new URLSearchParams(form).toString() }
  }
  if (body === undefined) return { headers: {}, body: null }
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

/** Throws UpstreamError for anything except a JSON object without duplicate keys. */
export function parseObject(text: string): Record<string, unknown> {
  const value = parse(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new UpstreamError('not a JSON object')
  if (hasDuplicateKeys(text)) throw new UpstreamError('duplicate keys')
  return value as Record<string, unknown>
}

/** `undefined` for what is no JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Reported without the text, which may contain anything.
    return undefined
  }
}
