import { randomBytes } from 'node:crypto'
import type { AppContext } from '../context.ts'
import { signPush } from '../lib/sign-push.ts'
import type { ShownApp } from '../services/app-registry.ts'
import { askAddress } from './ask-address.ts'
import { advice, type Finding, ok, wrong } from './finding.ts'

/** Shakes hands with the address that WeChat pushes to, as WeChat does. */
export async function checkPush(context: AppContext, { platform, appId, push }: ShownApp): Promise<Finding[]> {
  if (platform !== 'weapp') return []
  const about = `${platform} ${appId}`
  const setAgain = [`trailpass app push set ${appId}, with what stands at mp.weixin.qq.com › 消息推送`]
  if (push === 'off') {
    return [advice('push', 'message push is off: avatars wait for their verdict for ever', { about, steps: setAgain })]
  }
  const token = push === 'unreadable' ? undefined : await readToken(context, appId)
  if (token === undefined) return [wrong('push', 'what is stored of it does not open', { about, steps: setAgain })]
  const { publicUrl } = context.config
  if (publicUrl === null) {
    return [wrong('push', 'WeChat has no address to push to', { about, steps: ['Set PUBLIC_URL.'] })]
  }
  const fault = await shakeHands(`${publicUrl}/v1/push/wechat/${encodeURIComponent(appId)}`, token, context)
  if (fault !== undefined) {
    const steps = ['Look whether PUBLIC_URL leads to this server from outside: DNS, certificate, proxy.']
    return [wrong('push', `${publicUrl} does not shake hands: ${fault}`, { about, steps })]
  }
  return push === 'encrypted'
    ? [ok('push', `${publicUrl} shakes hands`, { about })]
    : [advice('push', 'messages come in plain: choose 安全模式, with an EncodingAESKey', { about, steps: setAgain })]
}

/** `undefined` when nothing is there that opens. */
function readToken({ store, stores, vault }: AppContext, appId: string): Promise<string | undefined> {
  return store.read(function* () {
    const app = (yield* stores.registeredApps.list()).find((each) => each.platform === 'weapp' && each.appId === appId)
    const row = (yield* stores.registeredApps.listPushSettings()).find(({ appRowId }) => appRowId === app?.id)
    return app && row ? vault.openPush(app, row)?.token.reveal() : undefined
  })
}

/** Why it failed, in words. */
async function shakeHands(url: string, token: string, { clock }: AppContext): Promise<string | undefined> {
  const [nonce, echostr] = [randomBytes(4), randomBytes(8)].map((bytes) => bytes.toString('hex')) as [string, string]
  const timestamp = String(Math.floor(clock.now().getTime() / 1000))
  const signature = signPush(token, timestamp, nonce).toString('hex')
  const answer = await askAddress(`${url}?${new URLSearchParams({ signature, timestamp, nonce, echostr })}`)
  if (typeof answer === 'string') return answer
  if (answer.status !== 200) return `status ${answer.status}`
  return answer.text === echostr ? undefined : 'somebody else answers there'
}
