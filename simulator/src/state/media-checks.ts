import { randomBytes } from 'node:crypto'
import type { App } from './apps.ts'
import type { Person } from './people.ts'

export const mediaVerdicts = ['pass', 'review', 'risky'] as const
export type MediaVerdict = (typeof mediaVerdicts)[number]

/** A picture that WeChat was asked about. The verdict is pushed later. */
export interface MediaCheck {
  traceId: string
  app: App
  person: Person
  url: string
  verdict: MediaVerdict | 'failed' | null
}

export interface MediaChecks {
  insert(check: Pick<MediaCheck, 'app' | 'person' | 'url'>): MediaCheck
  find(traceId: string): MediaCheck | undefined
  list(): MediaCheck[]
}

export function createMediaChecks(): MediaChecks {
  const byTrace = new Map<string, MediaCheck>()
  return {
    insert(given) {
      const traceId = [4, 4, 4].map((bytes) => randomBytes(bytes).toString('hex')).join('-')
      const check: MediaCheck = { traceId, ...given, verdict: null }
      byTrace.set(traceId, check)
      return check
    },
    find: (traceId) => byTrace.get(traceId),
    list: () => [...byTrace.values()],
  }
}
