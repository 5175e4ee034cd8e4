// https://opendocs.alipay.com/common/02km9f, https://opendocs.alipay.com/open/02xtla
const words: Readonly<Record<string, readonly [code: string, words: string]>> = {
  'isp.unknow-error': ['20000', '系统繁忙'],
  'aop.unknow-error': ['20000', '系统繁忙'],
  'isv.missing-method': ['40001', '缺少方法名参数'],
  'isv.missing-app-id': ['40001', '缺少appId参数'],
  'isv.missing-signature': ['40001', '缺少签名参数'],
  'isv.missing-timestamp': ['40001', '缺少时间戳参数'],
  'isv.invalid-method': ['40002', '不存在的方法名'],
  'isv.invalid-app-id': ['40002', '无效的appId参数'],
  'isv.invalid-signature': ['40002', '验签出错'],
  'isv.invalid-signature-type': ['40002', '无效的签名类型'],
  'isv.invalid-timestamp': ['40002', '无效的时间戳参数'],
  'isv.grant-type-invalid': ['40002', 'grant_type参数不正确'],
  'isv.code-invalid': ['40002', '授权码code无效'],
  'isv.insufficient-isv-permissions': ['40006', 'ISV权限不足'],
}

const messages: Readonly<Record<string, string>> = {
  20000: 'Service Currently Unavailable',
  40001: 'Missing Required Arguments',
  40002: 'Invalid Arguments',
  40004: 'Business Failed',
  40006: 'Insufficient Permissions',
}

/** The only error that the gateway throws on purpose; HTTP 200, the answer is an `error_response`. */
export class AlipayError extends Error {
  readonly subCode: string

  constructor(subCode: string) {
    super(subCode)
    this.subCode = subCode
  }
}

export function alipayFailure(subCode: string) {
  const [code, subMessage] = words[subCode] ?? ['40004', subCode]
  return { code, msg: messages[code] ?? 'Business Failed', sub_code: subCode, sub_msg: subMessage }
}
