import type { ContentVerdict } from '../../domain/content.ts'
import type { App } from '../../domain/registered-app.ts'
import type { ContentCheck } from '../../ports/content-check.ts'
import type { Log } from '../../ports/log.ts'
import { UpstreamError } from '../upstream/upstream.ts'
import type { WeChatAnswer } from './ask.ts'
import { errcodes } from './errcode.ts'
import type { CallWithToken } from './token-calls.ts'

/** Version 2 of both interfaces, and the scene: a person's own profile. */
const profile = { version: 2, scene: 1 } as const
const image = 2

/**
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/sec-center/sec-check/msgSecCheck.html
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/sec-center/sec-check/mediaCheckAsync.html
 */
export function createWeChatContentCheck(call: CallWithToken, log: Log): ContentCheck {
  async function ask(app: App, path: string, body: object): Promise<WeChatAnswer | 'unvisited' | 'unavailable'> {
    const unavailable = (fields: object) =>
      log.warn(
        { event: 'upstream.content_unchecked', appId: app.appId, ...fields },
        'WeChat returned no content verdict',
      )
    try {
      const answer = await call(app, { method: 'POST', path, query: {}, body: { ...profile, ...body } })
      const { errcode, rid } = answer.status
      if (errcode === 0) return answer
      if (errcode === errcodes.notVisited) return 'unvisited'
      unavailable({ errcode, rid })
    } catch (error) {
      unavailable({ reason: error instanceof UpstreamError ? error.reason : 'unexpected' })
    }
    return 'unavailable'
  }

  return {
    async judgeText(app, openid, content) {
      const answer = await ask(app, '/wxa/msg_sec_check', { openid, content })
      return typeof answer === 'string' ? answer : (readVerdict(answer.fields.result) ?? 'unavailable')
    },
    async askAboutImage(app, openid, url) {
      const answer = await ask(app, '/wxa/media_check_async', { openid, media_url: url, media_type: image })
      if (typeof answer === 'string') return answer
      const { trace_id: traceId } = answer.fields
      return typeof traceId === 'string' && traceId !== '' ? { traceId } : 'unavailable'
    },
  }
}

/** The verdict in a `result`; `undefined` for anything else. */
export function readVerdict(result: unknown): ContentVerdict | undefined {
  const suggest = typeof result === 'object' && result !== null && 'suggest' in result ? result.suggest : undefined
  return suggest === 'pass' || suggest === 'review' || suggest === 'risky' ? suggest : undefined
}
