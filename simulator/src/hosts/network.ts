import type { CallOptions, Calls } from './calls.ts'
import type { TemporaryFiles } from './files.ts'
import { createGate } from './gate.ts'

const defaultTimeoutMs = 60_000
const atOnce = 10

export interface Network {
  request(options?: CallOptions): unknown
  uploadFile(options?: CallOptions): unknown
  /** Aborts pending requests, as WeChat does five seconds after the mini program goes to the background. */
  interrupt(): void
}

/** The raw response, before a platform shapes it. */
export interface Answered {
  status: number
  headers: Record<string, string>
  cookies: string[]
}

/** A platform's conventions for requests and responses. */
export interface NetworkStyle {
  methods: ReadonlySet<string>
  /** Its option names for headers and for an uploaded file's field; the first one present is used. */
  names: { headers: readonly string[]; field: readonly string[] }
  referer: string
  /** The value for `success`; a thrown error goes to `fail`. */
  answer(name: string, answered: Answered, data: unknown): object
  /** The value for `fail` if no response arrived. */
  failure(name: string, cut: 'timeout' | 'interrupted' | 'failed', words: string): object
}

export interface NetworkOptions {
  calls: Calls
  files: TemporaryFiles
  style: NetworkStyle
  rewrite(url: string): string
  parse(json: string): unknown
}

type Send = (options: CallOptions, signal: AbortSignal) => Promise<object>

// https://developers.weixin.qq.com/miniprogram/dev/framework/ability/network.html
export function createNetwork({ calls, files, rewrite, parse, style }: NetworkOptions): Network {
  const gate = createGate(atOnce)
  const underWay = new Set<AbortController>()
  const { methods, names, referer } = style

  /** Starts a call and returns its task at once. Failures have the platform's message. */
  function start(name: string, options: CallOptions, send: Send): unknown {
    calls.count(name)
    const controller = new AbortController()
    const run = async () => {
      underWay.add(controller)
      const timer = setTimeout(() => controller.abort('timeout'), Number(options.timeout ?? defaultTimeoutMs))
      try {
        return await gate.pass(() => send(options, controller.signal))
      } catch (error) {
        throw error instanceof Error || controller.signal.aborted ? fail(name, error, controller.signal) : error
      } finally {
        clearTimeout(timer)
        underWay.delete(controller)
      }
    }
    const outcome = calls.answer(name, run, options)
    const promise = calls.deliver(options, outcome) as object | undefined
    return Object.assign(promise ?? {}, createTask(controller))
  }

  /** The platform's message for a missing response. */
  function fail(name: string, error: unknown, { aborted, reason }: AbortSignal): object {
    if (aborted) return style.failure(name, reason === 'timeout' ? 'timeout' : 'interrupted', String(reason))
    const cause = error instanceof Error ? (error.cause ?? error) : error
    const words = cause instanceof Error ? ((cause as NodeJS.ErrnoException).code ?? cause.message) : String(cause)
    return style.failure(name, 'failed', words)
  }

  async function request(options: CallOptions, signal: AbortSignal): Promise<object> {
    const method = String(options.method ?? 'GET').toUpperCase()
    if (!methods.has(method)) throw new Error(`invalid method "${method}"`)
    const headers = { 'content-type': 'application/json', referer, ...lowerCaseNames(pick(options, names.headers)) }
    const url = new URL(rewrite(String(options.url)))
    const body = encodeBody(method, headers['content-type'], options.data, url)
    const response = await fetch(url, { method, headers, signal, ...(body !== undefined && { body }) })
    const content = await response.arrayBuffer()
    const data =
      options.responseType === 'arraybuffer' ? content : readText(Buffer.from(content).toString('utf8'), options)
    return style.answer('request', describeResponse(response), data)
  }

  function readText(text: string, { dataType = 'json' }: CallOptions): unknown {
    if (dataType !== 'json') return text
    try {
      return parse(text)
    } catch {
      return text
    }
  }

  async function upload(options: CallOptions, signal: AbortSignal): Promise<object> {
    const path = String(options.filePath)
    const form = new FormData()
    for (const [name, value] of Object.entries(options.formData ?? {})) form.append(name, String(value))
    const type = path.endsWith('.png') ? 'image/png' : 'application/octet-stream'
    form.append(
      String(pick(options, names.field)),
      new Blob([files.get(path)], { type }),
      path.slice(path.lastIndexOf('/') + 1),
    )
    // fetch sets the content type, with the boundary.
    const { 'content-type': _, ...headers }: Record<string, string> = {
      referer,
      ...lowerCaseNames(pick(options, names.headers)),
    }
    const response = await fetch(rewrite(String(options.url)), { method: 'POST', headers, body: form, signal })
    return style.answer('uploadFile', describeResponse(response), await response.text())
  }

  return {
    request: (options = {}) => start('request', options, request),
    uploadFile: (options = {}) => start('uploadFile', options, upload),
    interrupt() {
      for (const controller of underWay) controller.abort('interrupted')
    },
  }
}

function createTask(controller: AbortController) {
  const ignore = () => undefined
  return {
    abort: () => controller.abort('abort'),
    onHeadersReceived: ignore,
    offHeadersReceived: ignore,
    onChunkReceived: ignore,
    offChunkReceived: ignore,
    onProgressUpdate: ignore,
    offProgressUpdate: ignore,
  }
}

function encodeBody(method: string, contentType: string | undefined, data: unknown, url: URL): string | undefined {
  if (data === undefined || data === null) return undefined
  if (typeof data === 'string') return method === 'GET' ? undefined : data
  const isQuery = method === 'GET' || method === 'HEAD'
  if (!isQuery && contentType?.includes('json')) return JSON.stringify(data)
  const fields = new URLSearchParams(Object.entries(data).map(([name, value]) => [name, String(value)]))
  if (!isQuery) return fields.toString()
  for (const [name, value] of fields) url.searchParams.append(name, value)
  return undefined
}

const pick = (options: CallOptions, names: readonly string[]): unknown =>
  names.map((name) => options[name]).find((value) => value !== undefined)

const lowerCaseNames = (header: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(header ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]))

const describeResponse = (response: Response): Answered => ({
  status: response.status,
  headers: Object.fromEntries(response.headers),
  cookies: response.headers.getSetCookie(),
})
