import type { App } from '../../domain/registered-app.ts'
import type { Log } from '../../ports/log.ts'
import { flightDeadline } from '../upstream/flight-deadline.ts'
import type { AccessTokens } from './access-token.ts'
import type { AskWeChat, WeChatAnswer, WeChatRequest } from './ask.ts'
import { callOperator, isForOperator, tokenErrcodes } from './errcode.ts'

/**
 * Calls an operation that needs an access token, which is refreshed once if WeChat rejects it. Errcodes that only the
 * operator can fix are logged as operator events; every errcode is returned. Throws UpstreamError, or
 * `storage.unavailable`.
 */
export type CallWithToken = (app: App, request: WeChatRequest) => Promise<WeChatAnswer>

export function createCallWithToken(deps: { ask: AskWeChat; tokens: AccessTokens; log: Log }): CallWithToken {
  const { ask, tokens, log } = deps
  return async (app, request) => {
    const signal = flightDeadline()
    const askWith = (token: string) => ask({ ...request, query: { ...request.query, access_token: token } }, signal)
    const token = await tokens.get(app, { signal })
    let answer = await askWith(token)
    if (tokenErrcodes.has(answer.status.errcode)) {
      answer = await askWith(await tokens.get(app, { signal, refused: token }))
    }
    if (isForOperator(answer.status.errcode)) callOperator(log, app.appId, answer.status)
    return answer
  }
}
