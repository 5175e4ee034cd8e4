import { pushMediaVerdict } from '../../push/events.ts'
import type { MediaCheck } from '../../state/media-checks.ts'
import type { World } from '../../state/world.ts'
import { demand, demandAccessToken, demandPerson } from './checks.ts'
import { json, succeeded, type WechatEndpoint } from './endpoint.ts'
import { WechatError } from './errors.ts'

const image = 2

// https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/sec-center/sec-check/mediaCheckAsync.html
export const mediaCheckAsync: WechatEndpoint = {
  method: 'POST',
  path: '/wxa/media_check_async',
  contentType: json,
  answer(call, world) {
    const app = demandAccessToken(world, call)
    const url = demand(call.body.media_url, 44004)
    if (!URL.canParse(url) || call.body.media_type !== image || call.body.version !== 2) throw new WechatError(40097)
    if (![1, 2, 3, 4].includes(Number(call.body.scene))) throw new WechatError(40129)
    const person = demandPerson(world, app, call.body.openid)
    if (!world.visits.isRecent(app, person)) throw new WechatError(61010)
    const check = world.mediaChecks.insert({ app, person, url })
    const { mediaVerdictMs } = world.settings
    if (mediaVerdictMs > 0) setTimeout(() => judge(check, world), mediaVerdictMs).unref()
    return { ...succeeded, trace_id: check.traceId }
  },
}

/** Every picture that can be fetched passes: nobody outside knows what WeChat sees in one. */
async function judge(check: MediaCheck, world: World): Promise<void> {
  if (check.verdict !== null) return
  check.verdict = await fetch(check.url, { signal: AbortSignal.timeout(5000) }).then(
    async (response) => {
      await response.body?.cancel()
      return response.ok ? 'pass' : 'failed'
    },
    () => 'failed',
  )
  await pushMediaVerdict(world, check, check.verdict)
}
