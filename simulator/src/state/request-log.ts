import type { Clock } from './clock.ts'
import type { FaultMode } from './fault-modes.ts'

const capacity = 100_000

/** One request to a WeChat path. Never a secret, a code, a token or a key. */
interface LoggedRequest {
  time: string
  method: string
  path: string
  appId: string | null
  /** 0 for success; null while pending, and if a fault altered the response. */
  errcode: number | null
  fault: FaultMode | null
}

export interface RequestLog {
  /** The entry is in the log at once; the caller completes it when the outcome is known. */
  open(request: Pick<LoggedRequest, 'method' | 'path' | 'appId'>): LoggedRequest
  list(path?: string): LoggedRequest[]
  clear(): void
}

export function createRequestLog(clock: Clock): RequestLog {
  let entries: LoggedRequest[] = []
  return {
    open(request) {
      const entry = { time: new Date(clock.now()).toISOString(), ...request, errcode: null, fault: null }
      entries.push(entry)
      // Halving now and then is cheaper than shifting one out per request.
      if (entries.length > capacity) entries = entries.slice(capacity / 2)
      return entry
    },
    list: (path) => entries.filter((entry) => path === undefined || entry.path === path),
    clear() {
      entries = []
    },
  }
}
