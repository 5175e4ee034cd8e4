import { createHash, randomBytes } from 'node:crypto'
import { createApi } from './api.ts'
import { weapp } from './journeys.ts'
import type { Stack } from './stack.ts'

/** What the operator enters at WeChat and at the server alike. */
const pushToken = 'TrailpassPushToken'
const pushAesKey = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG'

export const plainPush = { WEAPP_PUSH_TOKEN: pushToken }
export const safePush = { ...plainPush, WEAPP_PUSH_AES_KEY: pushAesKey }

export interface Delivery {
  id: string
  event: string
  tries: (number | string)[]
  delivered: boolean
}

export interface MediaCheck {
  traceId: string
  user: string
  url: string
  verdict: string | null
}

type Format = 'json' | 'xml'

/** WeChat telling the server something by itself, as the simulator does it. */
export function createPush({ simulator, env, url }: Pick<Stack, 'simulator' | 'env' | 'url'>) {
  const api = createApi(() => simulator.url)
  const post = async <Body>(path: string, body: object = {}): Promise<Body> => {
    const answer = await api<Body>('POST', path, { body })
    if (answer.status >= 400) throw new Error(`simulator: POST ${path} answered ${answer.status}: ${answer.text}`)
    return answer.body
  }
  const address = `${url}/v1/push/wechat/${weapp.appId}`
  return {
    address,
    /** Enters the server's address at WeChat, which shakes hands, and keeps verdicts on pictures back. */
    async open(format: Format = 'json') {
      const aesKey = env.WEAPP_PUSH_AES_KEY
      await post('/_sim/push', { url: address, token: pushToken, format, ...(aesKey && { aesKey }) })
      await post('/_sim/settings', { mediaVerdictMs: 0 })
    },
    tell: (user: string, event: string, revokeInfo?: string) =>
      post<Delivery>('/_sim/events', { user, event, ...(revokeInfo && { revokeInfo }) }),
    repeat: ({ id }: Delivery) => post<Delivery>(`/_sim/pushes/${id}/repeat`),
    async pictures(): Promise<MediaCheck[]> {
      return (await api<MediaCheck[]>('GET', '/_sim/media-checks')).body
    },
    judge: ({ traceId }: MediaCheck, suggest: string) => post<Delivery>(`/_sim/media-checks/${traceId}`, { suggest }),
  }
}

/** The query that WeChat would sign at this moment. */
export function signedQuery(at: Date, token = pushToken): Record<'signature' | 'timestamp' | 'nonce', string> {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const nonce = String(randomBytes(4).readUInt32BE())
  const signature = createHash('sha1').update([token, timestamp, nonce].sort().join('')).digest('hex')
  return { signature, timestamp, nonce }
}
