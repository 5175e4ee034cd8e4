// https://developer.open-douyin.com/docs/resource/zh-CN/mini-app/develop/server/log-in/code-2-session
const words: Readonly<Record<number, string>> = {
  [-1]: 'system error',
  40014: 'bad params',
  40015: 'bad appid',
  40017: 'bad secret',
  40018: 'bad code',
  40019: 'bad anonymous code',
  40020: 'bad grant_type',
}

/** The only error that an endpoint throws on purpose. */
export class DouyinError extends Error {
  readonly errNo: number

  constructor(errNo: number) {
    super(words[errNo] ?? 'system error')
    this.errNo = errNo
  }
}

export const douyinFailure = (errNo: number) => ({ err_no: errNo, err_tips: words[errNo] ?? 'system error' })
