import { BusyError, type Flights } from '../upstream/flights.ts'
import type { Upstream } from '../upstream/upstream.ts'
import { busyErrNos, type DouyinStatus, readStatus } from './err-no.ts'

export interface DouyinAnswer {
  /** What is under `data`; empty when there is none. */
  fields: Record<string, unknown>
  status: DouyinStatus
  /** A try before this one was answered busy, and may have been acted upon all the same. */
  wasBusy: boolean
}

/** Asks Douyin one thing, again while it is busy. Throws UpstreamError. */
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
