import { BusyError, type Flights } from '../upstream/flights.ts'
import type { Upstream, UpstreamRequest } from '../upstream/upstream.ts'
import { errcodes, readStatus, type WeChatStatus } from './errcode.ts'

export interface WeChatAnswer {
  fields: Record<string, unknown>
  status: WeChatStatus
  /** An earlier attempt got a busy response, and may have been processed anyway. */
  wasBusy: boolean
}

export type WeChatRequest = Omit<UpstreamRequest, 'signal'>

/** Calls WeChat, with retries while it is busy. Throws UpstreamError. */
export type AskWeChat = (request: WeChatRequest, deadline?: AbortSignal) => Promise<WeChatAnswer>

export function createAskWeChat(upstream: Upstream, flights: Flights): AskWeChat {
  return (request, deadline) => {
    let wasBusy = false
    const ask = async (signal: AbortSignal) => {
      const fields = await upstream.request({ ...request, signal })
      const status = readStatus(fields)
      if (status.errcode === errcodes.busy) {
        wasBusy = true
        throw new BusyError(status.rid)
      }
      return { fields, status, wasBusy }
    }
    return flights.run(`wechat ${request.path}`, ask, deadline)
  }
}
