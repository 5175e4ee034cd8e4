import { randomBytes } from 'node:crypto'
import type { App } from '../state/apps.ts'
import type { Clock } from '../state/clock.ts'
import { encryptPush, signPush } from './push-crypto.ts'
import { type PushMessage, writeXml } from './push-xml.ts'

/** The push settings, as the operator enters them at mp.weixin.qq.com as 消息推送. */
export interface PushTarget {
  app: App
  url: string
  token: string
  /** If set, messages are encrypted (安全模式). */
  aesKey?: string
  format: 'json' | 'xml'
}

export interface Delivery {
  id: string
  appId: string
  event: string
  /** The result of each attempt: the status, or the reason why there was none. */
  tries: (number | string)[]
  /** The server answered `success`, or nothing at all. */
  delivered: boolean
}

/** WeChat's message push: it tells an app's server what happened. */
export interface Pusher {
  /** Sets the target after a successful handshake; otherwise returns the problem. */
  configure(target: PushTarget): Promise<string | undefined>
  find(app: App): PushTarget | undefined
  list(): readonly Delivery[]
  /** Nothing without a target. WeChat tries three times, and waits 5 s for each answer. */
  send(app: App, message: PushMessage): Promise<Delivery | undefined>
  /** Repeats the identical request, like a retry after a lost response. */
  repeat(id: string): Promise<Delivery | undefined>
  clear(): void
}

const answerWithinMs = 5000
const mostTries = 3
const accepted = new Set(['success', ''])

export function createPusher(clock: Clock): Pusher {
  const targets = new Map<string, PushTarget>()
  const sent = new Map<string, { delivery: Delivery; post: () => Promise<Response> }>()

  function sign(token: string, encrypted?: string): Record<string, string> {
    const timestamp = String(Math.floor(clock.now() / 1000))
    const nonce = String(randomBytes(4).readUInt32BE())
    return {
      signature: signPush(token, timestamp, nonce),
      timestamp,
      nonce,
      ...(encrypted !== undefined && {
        encrypt_type: 'aes',
        msg_signature: signPush(token, timestamp, nonce, encrypted),
      }),
    }
  }

  const within = () => AbortSignal.timeout(answerWithinMs)

  async function shakeHands({ url, token }: PushTarget): Promise<string | undefined> {
    const echostr = String(randomBytes(6).readUIntBE(0, 6))
    try {
      const response = await fetch(addQuery(url, { ...sign(token), echostr }), { signal: within() })
      const answer = await response.text()
      if (response.status === 200 && answer === echostr) return undefined
      return `the server answered ${response.status} and not the echostr`
    } catch (error) {
      return reasonOf(error)
    }
  }

  function prepare({ app, url, token, aesKey, format }: PushTarget, message: PushMessage): () => Promise<Response> {
    const write = (content: PushMessage) => (format === 'json' ? JSON.stringify(content) : writeXml(content))
    const encrypted = aesKey === undefined ? undefined : encryptPush(write(message), aesKey, app.appId)
    const body = write(encrypted === undefined ? message : { ToUserName: message.ToUserName ?? '', Encrypt: encrypted })
    const openid = typeof message.OpenID === 'string' ? message.OpenID : ''
    const address = addQuery(url, { ...sign(token, encrypted), openid })
    const headers = { 'Content-Type': format === 'json' ? 'application/json' : 'text/xml' }
    return () => fetch(address, { method: 'POST', headers, body, redirect: 'manual', signal: within() })
  }

  async function attempt({ delivery, post }: { delivery: Delivery; post: () => Promise<Response> }): Promise<boolean> {
    try {
      const response = await post()
      const answer = await response.text()
      delivery.tries.push(response.status)
      return response.status === 200 && accepted.has(answer.trim())
    } catch (error) {
      delivery.tries.push(reasonOf(error))
      return false
    }
  }

  return {
    async configure(target) {
      const problem = await shakeHands(target)
      if (problem === undefined) targets.set(target.app.appId, target)
      return problem
    },
    find: (app) => targets.get(app.appId),
    list: () => [...sent.values()].map(({ delivery }) => delivery),
    async send(app, message) {
      const target = targets.get(app.appId)
      if (target === undefined) return undefined
      const id = randomBytes(6).toString('hex')
      const delivery: Delivery = { id, appId: app.appId, event: String(message.Event), tries: [], delivered: false }
      const entry = { delivery, post: prepare(target, message) }
      sent.set(id, entry)
      while (!delivery.delivered && delivery.tries.length < mostTries) delivery.delivered = await attempt(entry)
      return delivery
    },
    async repeat(id) {
      const entry = sent.get(id)
      if (entry === undefined) return undefined
      entry.delivery.delivered = await attempt(entry)
      return entry.delivery
    },
    clear() {
      targets.clear()
      sent.clear()
    },
  }
}

function addQuery(url: string, query: Record<string, string>): string {
  const address = new URL(url)
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value)
  return address.href
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  return error.cause instanceof Error ? error.cause.message : error.message
}
