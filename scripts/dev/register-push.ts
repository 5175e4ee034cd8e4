import { randomBytes } from 'node:crypto'
import { defaultApps } from '@trailpass/simulator'
import type { Addresses } from './addresses.ts'

/** What secures the message push of this run: made anew each time, since nothing else has to know it. */
export const devPush = { token: randomBytes(16).toString('hex'), aesKey: `${randomBytes(21).toString('hex')}0` }

/** Enters the BFF at the simulator as 消息推送, so that verdicts on avatars arrive. Says when the handshake fails. */
export async function registerPush({ simulator, bff }: Addresses, say: (line: string) => void): Promise<void> {
  const url = `${bff}/v1/push/wechat/${defaultApps.weapp.appId}`
  const body = JSON.stringify({ url, ...devPush, format: 'json' })
  const response = await fetch(`${simulator}/_sim/push`, { method: 'POST', body })
  if (!response.ok) say(`WeChat's pushes do not reach the BFF: ${await response.text()}`)
}
