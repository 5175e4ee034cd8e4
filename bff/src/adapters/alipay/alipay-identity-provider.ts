import type { ExchangeOutcome, IdentityProvider } from '../../ports/identity-provider.ts'
import type { Log } from '../../ports/log.ts'
import { asText, attemptExchange } from '../upstream/attempt-exchange.ts'
import type { AskAlipay } from './ask.ts'
import { callOperator, invalidCode } from './sub-codes.ts'

/** https://opendocs.alipay.com/open/02xtla */
export function createAlipayIdentityProvider(ask: AskAlipay, log: Log): IdentityProvider {
  return {
    exchange: (app, code) =>
      attemptExchange(log, app.appId, async (): Promise<ExchangeOutcome | undefined> => {
        const answer = await ask(app, 'alipay.system.oauth.token', { grant_type: 'authorization_code', code })
        if ('fields' in answer) return readIdentity(answer.fields)
        if (answer.refusal.subCode !== invalidCode) {
          callOperator(log, app.appId, answer.refusal)
          return { kind: 'unavailable' }
        }
        // After a busy response, it was most likely our own attempt that used the code.
        return { kind: 'refused', refusal: answer.wasBusy ? 'login.code_spent' : 'login.code_rejected' }
      }),
  }
}

/** Newer apps get the open_id, older ones the user_id. The tokens in the response are not used. */
function readIdentity({ open_id: openId, user_id: userId }: Record<string, unknown>): ExchangeOutcome | undefined {
  const subject = asText(openId) ?? asText(userId)
  return subject ? { kind: 'identity', subject, unionSubject: null, sessionKey: null } : undefined
}
