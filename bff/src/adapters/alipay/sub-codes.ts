import type { Log } from '../../ports/log.ts'

/** The error of a rejected call. */
export interface Refusal {
  /** The gateway's code; 10000 or no code means success. */
  code: string
  /** The detailed reason, such as `isv.code-invalid`. */
  subCode: string
}

/** https://opendocs.alipay.com/common/02km9f */
export const busyCode = '20000'
const successCode = '10000'

/** https://opendocs.alipay.com/open/02xtla: wrong, spent, expired or of another app; nothing tells these apart. */
export const invalidCode = 'isv.code-invalid'

/** The signature does not match our key: the key was replaced, or is being replaced. */
export const invalidSignature = 'isv.invalid-signature'

export function readRefusal({ code, sub_code: subCode }: Record<string, unknown>): Refusal | undefined {
  if (code === undefined || code === successCode) return undefined
  return { code: String(code), subCode: typeof subCode === 'string' ? subCode : '' }
}

const attention: Record<string, string> = {
  'isv.invalid-app-id': 'the AppID is not valid',
  'isv.missing-app-id': 'the AppID is missing',
  [invalidSignature]: "the private key does not belong to the public key in Alipay's console",
  'isv.missing-signature-key': "no public key is set in Alipay's console",
  'isv.invalid-timestamp': 'the clock of this server is wrong',
  'isv.insufficient-isv-permissions': 'the app may not use this interface',
  'isv.not-online-app': 'the app is not online',
  'aop.app-not-online': 'the app is not online',
  'isv.ip-not-in-whitelist': 'the address of this server is not on the IP allow list',
}

/** Logs an operator event. */
export function callOperator(log: Log, appId: string, { code, subCode }: Refusal): void {
  const words = attention[subCode] ?? 'Alipay answered something unknown'
  log.error({ event: 'operator.attention', appId, errcode: code, subCode }, words)
}
