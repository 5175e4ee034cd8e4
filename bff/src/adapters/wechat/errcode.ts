import type { Log } from '../../ports/log.ts'

/** The status of a response. WeChat answers HTTP 200 for failures; the errcode is the status. */
export interface WeChatStatus {
  /** 0 if the response has none: success has no errcode. `NaN` if it is not a number. */
  errcode: number
  /** WeChat's request id, for their support; part of errmsg. */
  rid: string | undefined
  /** The caller's address, which 40164 names so that it can be put on the allow list. */
  ip: string | undefined
}

export function readStatus(answer: Record<string, unknown>): WeChatStatus {
  const { errcode = 0, errmsg } = answer
  const message = typeof errmsg === 'string' ? errmsg : ''
  return {
    errcode: typeof errcode === 'number' ? errcode : Number.NaN,
    rid: /rid: ?([\w-]{1,64})/.exec(message)?.[1],
    ip:
      errcode === 40164
        ? /(?:\d{1,3}\.){3}\d{1,3}|[0-9a-f:]{6,39}/i.exec(message.replace(/rid:.*/, ''))?.[0]
        : undefined,
  }
}

/** https://developers.weixin.qq.com/miniprogram/dev/server/API/user-login/api_code2session */
export const errcodes = {
  busy: -1,
  invalidCode: 40029,
  codeUsed: 40163,
  tooFrequent: 45011,
  blocked: 40226,
  notVisited: 61010,
} as const

/** The AppSecret is wrong: it was replaced, or is being replaced. */
export const secretErrcode = 40125

/** The access token is wrong, illegal or expired. */
export const tokenErrcodes: ReadonlySet<number> = new Set([40001, 40014, 42001])

/** Problems that only the operator can fix. */
export const operatorErrcodes: Readonly<Record<number, string>> = {
  40013: 'the AppID is not valid',
  40125: 'the AppSecret is wrong',
  40164: 'this server’s IP address is not on the allow list',
  40243: 'the AppSecret is frozen',
  41002: 'the AppID is missing',
  41004: 'the AppSecret is missing',
  41008: 'the code is missing',
  45009: 'the daily quota of this interface is used up',
  48001: 'the app has no permission for this interface',
  61003: 'the app is not authorised for this third-party platform',
  1400001: 'the phone number quota is used up: buy more, or disable phone numbers in registration',
}

export function explainErrcode(errcode: number): string {
  return operatorErrcodes[errcode] ?? 'WeChat returned an unknown error code'
}

/** Whether only the operator can fix it. */
export const isForOperator = (errcode: number): boolean => errcode in operatorErrcodes

/** Logs an operator event, with the request id that WeChat's support asks for. */
export function callOperator(log: Log, appId: string, { errcode, rid, ip }: WeChatStatus): void {
  log.error({ event: 'operator.attention', appId, errcode, rid, ip }, explainErrcode(errcode))
}
