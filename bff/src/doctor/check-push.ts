import { randomBytes } from 'node:crypto'
import type { AppContext } from '../context.ts'
import { signPush } from '../lib/sign-push.ts'
import type { ShownApp } from '../services/app-registry.ts'
import { askAddress } from './ask-address.ts'
import { advice, type Finding, ok, wrong } from './finding.ts'

/** Performs WeChat's handshake with the push address. */
export async function checkPush(context: AppContext, { platform, appId, push }: ShownApp): Promise<Finding[]> {
  if (platform !== 'weapp') return []
  const about = `${platform} ${appId}`
  const setAgain = [`trailpass app push set ${appId}, with the values from mp.weixin.qq.com › 消息推送`]
  if (push === 'off') {
    return [advice('push', 'message push is off: avatars stay pending forever', { about, steps: setAgain })]
  }
  const token = push === 'unreadable' ? undefined : await readToken(context, appId)
  if (token === undefined) return [wrong('push', 'the stored settings cannot be decrypted', { about, steps: setAgain })]
  const { publicUrl } = context.config
  if (publicUrl === null) {
    return [wrong('push', 'there is no public address for WeChat to push to', { about, steps: ['Set PUBLIC_URL.'] })]
  }
  const fault = await shakeHands(`${publicUrl}/v1/push/wechat/${encodeURIComponent(appId)}`, token, context)
  if (fault !== undefined) {
    const steps = ['Check that PUBLIC_URL reaches this server from outside: DNS, certificate, proxy.']
    return [wrong('push', `${publicUrl} fails the handshake: ${fault}`, { about, steps })]
  }
  return push === 'encrypted'
    ? [ok('push', `${publicUrl} answers the handshake`, { about })]
    : [
        advice('push', 'messages are not encrypted: choose 安全模式, with an EncodingAESKey', {
          about,
          steps: setAgain,
        }),
      ]
}

/** `undefined` if there are no settings, or if they cannot be decrypted. */
function readToken({ store, stores, vault }: AppContext, appId: string): Promise<string | undefined> {
  return store.read(function* () {
    const app = (yield* stores.registeredApps.list()).find((each) => each.platform === 'weapp' && each.appId === appId)
    const row = (yield* stores.registeredApps.listPushSettings()).find(({ appRowId }) => appRowId === app?.id)
    return app && row ? vault.openPush(app, row)?.token.reveal() : undefined
  })
}

/** The reason for a failure; `undefined` on success. */
async function shakeHands(url: string, token: string, { clock }: AppContext): Promise<string | undefined> {
  const [nonce, echostr] = [randomBytes(4), randomBytes(8)].map((bytes) => bytes.toString('hex')) as [string, string]
  const timestamp = String(Math.floor(clock.now().getTime() / 1000))
  const signature = signPush(token, timestamp, nonce).toString('hex')
  const answer = await askAddress(`${url}?${new URLSearchParams({ signature, timestamp, nonce, echostr })}`)
  if (typeof answer === 'string') return answer
  if (answer.status !== 200) return `status ${answer.status}`
  return answer.text === echostr ? undefined : 'another server answers there'
}
