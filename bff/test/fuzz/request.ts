import { createHmac } from 'node:crypto'
import { deviceSignatureHeader, deviceTimeHeader } from '@trailpass/shared'
import type { Dispatcher } from 'undici'
import type { Bike } from '../support/bike-yard.ts'

/** A request while it is made up: good first, then spoiled. */
export interface FuzzRequest {
  method: string
  path: string
  /** What stands for `{name}` in the path. */
  ids: Record<string, string>
  query: [string, string][]
  headers: Record<string, string>
  /** Sent as JSON; `undefined` for none. */
  body: unknown
  /** Sent in the place of JSON. */
  raw?: Buffer
  /** What the text of the body becomes on its way. */
  spoilText?: (text: string) => string | Buffer
  /** The bike that signs whatever is sent. */
  signer?: Bike
}

/** As JSON.stringify would not write it: `~raw:1e999` stands for that number. */
export const rawNumber = (text: string) => `~raw:${text}`

function bytesOf({ body, raw, spoilText }: FuzzRequest): Buffer | undefined {
  if (raw) return raw
  if (body === undefined) return spoilText && Buffer.from(spoilText(''))
  const text = JSON.stringify(body).replaceAll(/"~raw:([^"]*)"/g, '$1')
  return Buffer.from(spoilText?.(text) ?? text)
}

/** A lone surrogate cannot be sent. */
export const encodeText = (text: string) => encodeURIComponent(Buffer.from(text).toString())

function addressOf({ path, ids, query }: Pick<FuzzRequest, 'path' | 'ids' | 'query'>): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? '')
  const search = query.map((pair) => pair.map((part) => encodeText(part)).join('=')).join('&')
  return search === '' ? filled : `${filled}?${search}`
}

export interface Sent {
  method: string
  address: string
  headers: Record<string, string>
  bytes: Buffer | undefined
}

/** What goes over the wire. */
export function writeRequest(made: FuzzRequest, now: Date): Sent {
  const bytes = bytesOf(made)
  const headers = { ...made.headers }
  if (made.signer) {
    const time = headers[deviceTimeHeader] ?? String(now.getTime())
    const signed = createHmac('sha256', made.signer.reportKey)
      .update(`${time}.`)
      .update(bytes ?? '')
    headers[deviceTimeHeader] = time
    headers[deviceSignatureHeader] ??= signed.digest('base64url')
  }
  return { method: made.method, address: addressOf(made), headers, bytes }
}

export interface Received {
  status: number
  headers: Record<string, string | string[] | undefined>
  text: string
}

export async function send(dispatcher: Dispatcher, origin: string, sent: Sent): Promise<Received> {
  // Not by a URL, which would mend the address first.
  const { statusCode, headers, body } = await dispatcher.request({
    origin,
    path: sent.address,
    method: sent.method as Dispatcher.HttpMethod,
    headers: sent.headers,
    body: sent.bytes ?? null,
  })
  return { status: statusCode, headers, text: await body.text() }
}
