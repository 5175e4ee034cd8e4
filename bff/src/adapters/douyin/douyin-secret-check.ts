import type { SecretFault } from '../../domain/secret-verdict.ts'
import type { Log } from '../../ports/log.ts'
import type { SecretCheck } from '../../ports/secret-check.ts'
import { attemptCheck } from '../upstream/attempt-check.ts'
import { asText } from '../upstream/attempt-exchange.ts'
import type { AskDouyin } from './ask.ts'
import { appErrNo, secretErrNo } from './err-no.ts'

const faults: Readonly<Record<number, SecretFault>> = { [appErrNo]: 'app-unknown', [secretErrNo]: 'secret-wrong' }

/**
 * Asks for an access token, which this server has no use for otherwise.
 * https://developer.open-douyin.com/docs/resource/zh-CN/mini-app/develop/server/interface-request-credential/non-user-authorization/get-access-token
 */
export function createDouyinSecretCheck(ask: AskDouyin, log: Log): SecretCheck {
  return {
    check: (appId, secret) =>
      attemptCheck(log, appId, async () => {
        const body = { appid: appId, secret: secret.reveal(), grant_type: 'client_credential' }
        const { fields, status } = await ask('/api/apps/v2/token', body)
        if (status.errNo === 0) return asText(fields.access_token) ? { kind: 'taken' } : undefined
        return { kind: 'refused', fault: faults[status.errNo] ?? 'other', code: String(status.errNo), address: null }
      }),
  }
}
