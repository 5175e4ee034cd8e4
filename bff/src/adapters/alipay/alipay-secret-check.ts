import type { SecretFault } from '../../domain/secret-verdict.ts'
import { readRsaPrivateKey } from '../../lib/rsa-keys.ts'
import type { Log } from '../../ports/log.ts'
import type { SecretCheck } from '../../ports/secret-check.ts'
import { attemptCheck } from '../upstream/attempt-check.ts'
import type { AskAlipay } from './ask.ts'
import { invalidCode, invalidSignature } from './sub-codes.ts'

const faults: Readonly<Record<string, SecretFault>> = {
  'isv.invalid-app-id': 'app-unknown',
  'isv.missing-signature-key': 'secret-wrong',
  [invalidSignature]: 'secret-wrong',
  'isv.ip-not-in-whitelist': 'address-not-listed',
}

/** Exchanges a code that was never issued: Alipay examines it only after verifying the app and our signature. */
export function createAlipaySecretCheck(ask: AskAlipay, log: Log): SecretCheck {
  return {
    async check(appId, secret) {
      if (!readRsaPrivateKey(secret.reveal())) {
        return { kind: 'refused', fault: 'secret-wrong', code: 'not an RSA private key', address: null }
      }
      return attemptCheck(log, appId, async () => {
        const app = { platform: 'alipay', appId, secrets: [secret] }
        const parameters = { grant_type: 'authorization_code', code: 'trailpass-secret-check' }
        const answer = await ask(app, 'alipay.system.oauth.token', parameters)
        if ('fields' in answer) return undefined
        const { code, subCode } = answer.refusal
        if (subCode === invalidCode) return { kind: 'taken' }
        return { kind: 'refused', fault: faults[subCode] ?? 'other', code: subCode || code, address: null }
      })
    },
  }
}
