import type { App } from '../../domain/registered-app.ts'
import type { Secret } from '../../domain/secret.ts'
import type { ExchangeOutcome } from '../../ports/identity-provider.ts'
import type { Log } from '../../ports/log.ts'
import { attemptExchange } from '../upstream/attempt-exchange.ts'
import { tryEachSecret } from '../upstream/try-each-secret.ts'
import type { AskWeChat, WeChatAnswer, WeChatRequest } from './ask.ts'
import { callOperator, errcodes, secretErrcode } from './errcode.ts'

/** The outcome of a response without errcode; `undefined` if it does not match WeChat's documentation. */
export type ReadSuccess = (fields: Record<string, unknown>) => ExchangeOutcome | undefined

export interface CodeExchange {
  run(app: App, createRequest: (secret: Secret) => WeChatRequest, readSuccess: ReadSuccess): Promise<ExchangeOutcome>
}

/** Exchanges one code with WeChat, and maps each errcode to an outcome. */
export function createCodeExchange(ask: AskWeChat, log: Log): CodeExchange {
  return {
    run: (app, createRequest, readSuccess) =>
      attemptExchange(log, app.appId, async (deadline) => {
        const answer = await tryEachSecret(
          app,
          (secret) => ask(createRequest(secret), deadline),
          ({ status }) => status.errcode === secretErrcode,
        )
        return answer.status.errcode === 0 ? readSuccess(answer.fields) : interpretErrcode(app.appId, answer, log)
      }),
  }
}

function interpretErrcode(appId: string, { status, wasBusy }: WeChatAnswer, log: Log): ExchangeOutcome {
  const { errcode, rid } = status
  switch (errcode) {
    case errcodes.invalidCode:
      return { kind: 'refused', refusal: 'login.code_rejected', rid }
    case errcodes.codeUsed:
      // After a busy response, it was our own attempt that used the code.
      return { kind: 'refused', refusal: wasBusy ? 'login.code_spent' : 'login.code_rejected', rid }
    case errcodes.tooFrequent:
      return { kind: 'refused', refusal: 'rate_limit.exceeded', retryAfterMs: 60_000, rid }
    case errcodes.blocked:
      log.warn({ event: 'upstream.account_blocked', appId, errcode, rid }, 'WeChat has blocked this account')
      return { kind: 'refused', refusal: 'account.blocked', rid }
    default:
      callOperator(log, appId, status)
      return { kind: 'unavailable', rid }
  }
}
