import type { Calls, WxFailure, WxOptions } from './calls.ts'
import type { TemporaryFiles } from './files.ts'
import { createGate } from './gate.ts'

const defaultTimeoutMs = 60_000
const atOnce = 10

export interface Network {
  request(options?: WxOptions): unknown
  uploadFile(options?: WxOptions): unknown
  /** Cuts what is under way, as WeChat does five seconds after the mini program went to the background. */
  interrupt(): void
}

// https://developers.weixin.qq.com/miniprogram/dev/api/network/request/wx.request.html: PATCH is not among them.
const methods = new Set(['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT'])

interface NetworkOptions {
  calls: Calls
  files: TemporaryFiles
  appId: string
  rewrite(url: string): string
  parse(json: string): unknown
}

type Send = (options: WxOptions, signal: AbortSignal) => Promise<object>

// https://developers.weixin.qq.com/miniprogram/dev/framework/ability/network.html
export function createNetwork({ calls, files, appId, rewrite, parse }: NetworkOptions): Network {
  const gate = createGate(atOnce)
  const underWay = new Set<AbortController>()
  const referer = `https://servicewechat.com/${appId}/devtools/page-frame.html`

  /** Starts a call and hands back its task at once. A failing one has WeChat's words, whatever cut it. */
  function start(name: string, options: WxOptions, send: Send): unknown {
    calls.count(name)
    const controller = new AbortController()
    const run = async () => {
      underWay.add(controller)
      const timer = setTimeout(() => controller.abort('timeout'), Number(options.timeout ?? defaultTimeoutMs))
      try {
        return await gate.pass(() => send(options, controller.signal))
      } catch (error) {
        throw describeFailure(name, error, controller.signal)
      } finally {
        clearTimeout(timer)
        underWay.delete(controller)
      }
    }
    const outcome = calls.answer(name, run, options)
    const promise = calls.deliver(options, outcome) as object | undefined
    return Object.assign(promise ?? {}, createTask(controller))
  }

  async function request(options: WxOptions, signal: AbortSignal): Promise<object> {
    const method = String(options.method ?? 'GET').toUpperCase()
    if (!methods.has(method)) throw new Error(`invalid method "${method}"`)
    const headers = { 'content-type': 'application/json', referer, ...lowerCaseNames(options.header) }
    const url = new URL(rewrite(String(options.url)))
    const body = encodeBody(method, headers['content-type'], options.data, url)
    const response = await fetch(url, { method, headers, signal, ...(body !== undefined && { body }) })
    const content = await response.arrayBuffer()
    const data =
      options.responseType === 'arraybuffer' ? content : readText(Buffer.from(content).toString('utf8'), options)
    return { ...describeResponse(response), data }
  }

  function readText(text: string, { dataType = 'json' }: WxOptions): unknown {
    if (dataType !== 'json') return text
    try {
      return parse(text)
    } catch {
      return text
    }
  }

  async function upload(options: WxOptions, signal: AbortSignal): Promise<object> {
    const path = String(options.filePath)
    const form = new FormData()
    for (const [name, value] of Object.entries(options.formData ?? {})) form.append(name, String(value))
    const type = path.endsWith('.png') ? 'image/png' : 'application/octet-stream'
    form.append(String(options.name), new Blob([files.get(path)], { type }), path.slice(path.lastIndexOf('/') + 1))
    // fetch writes the content type, with the boundary.
    const { 'content-type': _, ...headers }: Record<string, string> = { referer, ...lowerCaseNames(options.header) }
    const response = await fetch(rewrite(String(options.url)), { method: 'POST', headers, body: form, signal })
    return { ...describeResponse(response), data: await response.text() }
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

const lowerCaseNames = (header: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(header ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]))

const describeResponse = (response: Response) => ({
  statusCode: response.status,
  header: Object.fromEntries(response.headers),
  cookies: response.headers.getSetCookie(),
})

function describeFailure(name: string, error: unknown, signal: AbortSignal): WxFailure {
  // errno: https://developers.weixin.qq.com/miniprogram/dev/framework/usability/PublicErrno.html
  if (signal.aborted)
    return { errMsg: `${name}:fail ${signal.reason}`, errno: signal.reason === 'timeout' ? 5 : 600003 }
  const cause = error instanceof Error ? (error.cause ?? error) : error
  const words = cause instanceof Error ? ((cause as NodeJS.ErrnoException).code ?? cause.message) : String(cause)
  return { errMsg: `${name}:fail ${words}`, errno: 600001 }
}
