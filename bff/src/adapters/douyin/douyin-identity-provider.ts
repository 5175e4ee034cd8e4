import { Secret } from '../../domain/secret.ts'
import type { ExchangeOutcome, IdentityProvider } from '../../ports/identity-provider.ts'
import type { Log } from '../../ports/log.ts'
import { asText, attemptExchange } from '../upstream/attempt-exchange.ts'
import { tryEachSecret } from '../upstream/try-each-secret.ts'
import type { AskDouyin, DouyinAnswer } from './ask.ts'
import { blockedErrNo, callOperator, codeErrNos, secretErrNo } from './err-no.ts'

const sessionKeyBytes = 16

/** https://developer.open-douyin.com/docs/resource/zh-CN/mini-app/develop/server/log-in/code-2-session */
export function createDouyinIdentityProvider(ask: AskDouyin, log: Log): IdentityProvider {
  return {
    exchange: (app, code) =>
      attemptExchange(log, app.appId, async (deadline) => {
        const { appId } = app
        const askWith = (secret: Secret) =>
          ask(
            '/api/apps/v2/jscode2session',
            { appid: appId, secret: secret.reveal(), code, anonymous_code: '' },
            deadline,
          )
        const answer = await tryEachSecret(app, askWith, ({ status }) => status.errNo === secretErrNo)
        return answer.status.errNo === 0 ? readIdentity(answer.fields) : interpret(appId, answer, log)
      }),
  }
}

function readIdentity(fields: Record<string, unknown>): ExchangeOutcome | undefined {
  const subject = asText(fields.openid)
  // Identifies a phone, whoever uses it, so it must never become an account.
  if (!subject) return asText(fields.anonymous_openid) ? { kind: 'anonymous' } : undefined
  const key = asText(fields.session_key)
  return {
    kind: 'identity',
    subject,
    unionSubject: asText(fields.unionid),
    sessionKey: key && Buffer.from(key, 'base64').length === sessionKeyBytes ? new Secret(key) : null,
  }
}

function interpret(appId: string, { status, wasBusy }: DouyinAnswer, log: Log): ExchangeOutcome {
  const { errNo, logId: rid } = status
  if (codeErrNos.has(errNo)) {
    // After a busy response, it was most likely our own attempt that used the code.
    return { kind: 'refused', refusal: wasBusy ? 'login.code_spent' : 'login.code_rejected', rid }
  }
  if (errNo === blockedErrNo) {
    log.warn({ event: 'upstream.account_blocked', appId, errcode: errNo, rid }, 'Douyin has blocked this account')
    return { kind: 'refused', refusal: 'account.blocked', rid }
  }
  callOperator(log, appId, status)
  return { kind: 'unavailable', rid }
}
