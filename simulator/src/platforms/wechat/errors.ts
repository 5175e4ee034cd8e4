import { randomBytes } from 'node:crypto'

// Words as WeChat sends them, spelling included.
// https://developers.weixin.qq.com/doc/oplatform/Return_codes/Return_code_descriptions_new.html
const words: Readonly<Record<number, string>> = {
  [-1]: 'system error',
  40001: 'invalid credential, access_token is invalid or not latest',
  40002: 'invalid grant_type',
  40003: 'invalid openid',
  40013: 'invalid appid',
  40029: 'invalid code',
  40066: 'invalid url',
  40097: 'invalid args',
  40125: 'invalid appsecret',
  40129: 'invalid scene',
  40163: 'code been used',
  40164: 'invalid ip 127.0.0.1, not in whitelist',
  40169: 'invalid length for scene, or the data is not json string',
  40226: 'code blocked',
  40243: 'AppSecret has been frozen',
  41001: 'access_token missing',
  41002: 'appid missing',
  41004: 'appsecret missing',
  41008: 'missing code',
  41009: 'missing openid',
  41030: 'invalid page',
  42001: 'access_token expired',
  43001: 'require GET method',
  43002: 'require POST method',
  44002: 'empty post data',
  44004: 'empty content',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit, must slower, retry next minute',
  47001: 'data format error',
  48001: 'api unauthorized',
  61003: 'component is not authorized by this account',
  61010: 'code is expired',
  1400001: 'phone number quota is used up',
  87007: 'session_key is not existd or expired',
  87008: 'invalid sig_method',
  87009: 'invalid signature',
}

/** The only error that an endpoint throws on purpose. WeChat answers 200 for it; the errcode is the status. */
export class WechatError extends Error {
  readonly errcode: number

  constructor(errcode: number) {
    super(words[errcode] ?? 'system error')
    this.errcode = errcode
  }
}

/** `rid` is what WeChat's support asks for. */
export function failure(errcode: number): { errcode: number; errmsg: string } {
  const rid = [0, 0, 0].map(() => randomBytes(4).toString('hex')).join('-')
  return { errcode, errmsg: `${words[errcode] ?? 'system error'}, rid: ${rid}` }
}
