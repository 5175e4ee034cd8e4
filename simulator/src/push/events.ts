import { createHash } from 'node:crypto'
import type { App } from '../state/apps.ts'
import type { MediaCheck, MediaVerdict } from '../state/media-checks.ts'
import { openidOf, type Person } from '../state/people.ts'
import type { World } from '../state/world.ts'
import type { PushMessage } from './push-xml.ts'
import type { Delivery } from './pusher.ts'

/** https://developers.weixin.qq.com/miniprogram/dev/server/event_push/platform/authorized_user_information_changes */
export const personEvents = [
  'user_authorization_revoke',
  'user_info_modified',
  'user_authorization_cancellation',
] as const

const envelope = (world: World, app: App, from: string, event: string): PushMessage => ({
  // Derived, so that it is the same after a restart.
  ToUserName: `gh_${createHash('sha256').update(app.appId).digest('hex').slice(0, 12)}`,
  FromUserName: from,
  CreateTime: Math.floor(world.clock.now() / 1000),
  MsgType: 'event',
  Event: event,
})

/** Tells the app's server what became of a person's authorisation; any other event with the fields given. */
export function pushPersonEvent(
  world: World,
  { app, person, event, fields }: { app: App; person: Person; event: string; fields: PushMessage },
): Promise<Delivery | undefined> {
  return world.pusher.send(app, {
    ...envelope(world, app, 'oWeChatPushesItsEvents000000', event),
    OpenID: openidOf(app, person),
    AppID: app.appId,
    ...fields,
  })
}

const labels: Readonly<Record<MediaVerdict, number>> = { pass: 100, review: 20001, risky: 20002 }

/** https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/sec-center/sec-check/mediaCheckAsync.html */
export function pushMediaVerdict(
  world: World,
  { traceId, app, person }: MediaCheck,
  suggest: MediaVerdict | 'failed',
): Promise<Delivery | undefined> {
  // -1008: the picture could not be fetched.
  const errcode = suggest === 'failed' ? -1008 : 0
  const verdict = suggest === 'failed' ? {} : { suggest, label: labels[suggest] }
  return world.pusher.send(app, {
    ...envelope(world, app, openidOf(app, person), 'wxa_media_check'),
    appid: app.appId,
    trace_id: traceId,
    version: 2,
    detail: [{ strategy: 'content_model', errcode, ...verdict, prob: 90 }],
    errcode,
    errmsg: errcode === 0 ? 'ok' : 'download failed',
    result: verdict,
  })
}
