import type { Log } from '../../ports/log.ts'
import { UpstreamError } from '../upstream/upstream.ts'

/** The status of a response. Douyin answers HTTP 200 for failures; err_no is the status. */
export interface DouyinStatus {
  errNo: number
  /** Douyin's request id, for their support. */
  logId: string | undefined
}

/** Throws UpstreamError for an answer that has none. */
export function readStatus({ err_no: errNo, log_id: logId }: Record<string, unknown>): DouyinStatus {
  if (typeof errNo !== 'number') throw new UpstreamError('unexpected fields')
  return {
    errNo,
    logId: typeof logId === 'string' ? /^[\w-]{1,64}/.exec(logId)?.[0] : undefined,
  }
}

// https://developer.open-douyin.com/docs/resource/zh-CN/mini-app/develop/server/log-in/code-2-session
// https://developer.open-douyin.com/docs/resource/zh-CN/dop/develop/openapi/status-code
export const busyErrNos: ReadonlySet<number> = new Set([-1, 28001005, 28001006])
/** Wrong, used or expired; Douyin does not distinguish them. */
export const codeErrNos: ReadonlySet<number> = new Set([40018, 40019])
export const appErrNo = 40015
/** The AppSecret is wrong: it was replaced, or is being replaced. */
export const secretErrNo = 40017
export const blockedErrNo = 28001046

const attention: Record<number, string> = {
  40014: 'Douyin misses a parameter',
  [appErrNo]: 'the AppID is not valid',
  [secretErrNo]: 'the AppSecret is wrong',
  28001016: 'Douyin has taken the app offline',
  28003017: 'the quota of this interface is used up',
  28003018: 'this interface is asked too often: Douyin raises the limit on request',
}

/** Logs an operator event, with the request id that Douyin's support asks for. */
export function callOperator(log: Log, appId: string, { errNo, logId }: DouyinStatus): void {
  const words = attention[errNo] ?? 'Douyin answered something unknown'
  log.error({ event: 'operator.attention', appId, errcode: errNo, rid: logId }, words)
}
