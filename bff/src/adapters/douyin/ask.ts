import { BusyError, type Flights } from '../upstream/flights.ts'
import type { Upstream } from '../upstream/upstream.ts'
import { busyErrNos, type DouyinStatus, readStatus } from './err-no.ts'

export interface DouyinAnswer {
  /** The object under `data`; empty if there is none. */
  fields: Record<string, unknown>
  status: DouyinStatus
  /** An earlier attempt got a busy response, and may have been processed anyway. */
  wasBusy: boolean
}

/** Calls Douyin, with retries while it is busy. Throws UpstreamError. */
export type AskDouyin = (path: string, body: Record<string, string>, deadline?: AbortSignal) => Promise<DouyinAnswer>

export function createAskDouyin(upstream: Upstream, flights: Flights): AskDouyin {
  return (path, body, deadline) => {
    let wasBusy = false
    const askOnce = async (signal: AbortSignal) => {
      const answer = await upstream.request({ method: 'POST', path, query: {}, body, signal })
      const status = readStatus(answer)
      if (busyErrNos.has(status.errNo)) {
        wasBusy = true
        throw new BusyError(status.logId)
      }
      const fields = typeof answer.data === 'object' && answer.data !== null ? answer.data : {}
      return { fields: fields as Record<string, unknown>, status, wasBusy }
    }
    return flights.run(`douyin ${path}`, askOnce, deadline)
  }
}
