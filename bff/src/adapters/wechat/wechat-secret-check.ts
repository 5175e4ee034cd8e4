import type { SecretFault } from '../../domain/secret-verdict.ts'
import type { Log } from '../../ports/log.ts'
import type { SecretCheck } from '../../ports/secret-check.ts'
import { attemptCheck } from '../upstream/attempt-check.ts'
import { asText } from '../upstream/attempt-exchange.ts'
import type { AskWeChat } from './ask.ts'
import { stableTokenRequest } from './stable-token.ts'

const faults: Readonly<Record<number, SecretFault>> = {
  40013: 'app-unknown',
  40125: 'secret-wrong',
  40164: 'address-not-listed',
  40243: 'secret-frozen',
}

/** Requests the current stable token: repeating that consumes nothing and invalidates no other token. */
export function createWeChatSecretCheck(ask: AskWeChat, log: Log): SecretCheck {
  return {
    check: (appId, secret) =>
      attemptCheck(log, appId, async () => {
        const { fields, status } = await ask(stableTokenRequest(appId, secret, false))
        const { errcode, ip = null } = status
        if (asText(fields.access_token)) return { kind: 'taken' }
        if (errcode === 0 || Number.isNaN(errcode)) return undefined
        return { kind: 'refused', fault: faults[errcode] ?? 'other', code: String(errcode), address: ip }
      }),
  }
}
