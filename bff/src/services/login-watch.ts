import type { LoginRequest, Platform } from '@trailpass/shared'
import { AppError } from '../domain/app-error.ts'
import type { Clock } from '../ports/clock.ts'
import type { ExchangeOutcome } from '../ports/identity-provider.ts'
import type { Metrics } from '../ports/metrics.ts'
import type { IssuedSession } from './session-issuer.ts'

const keptTimelines = 500

/** The time spent in each step of one login, in milliseconds. Contains no identities and no secrets. */
export interface LoginTimeline {
  /** The `Request-Id` of the answer, as in the log. */
  requestId: string
  at: Date
  platform: Platform
  appId: string
  /** `member`, `guest`, `degraded`, or the code of the refusal. */
  outcome: string
  /** Reported by the client, unverified: the duration of the platform's login call, and the time before it. */
  codeMs: number | null
  earlierMs: number | null
  /** Until the code was claimed, or its outcome was known. */
  claimMs: number
  /** Time of code2Session; `null` if it was not called. */
  exchangeMs: number | null
  /** Time to store person, session and answer; `null` if nothing was stored. */
  settleMs: number | null
  totalMs: number
  /** The platform's id of a request that it rejected or did not settle, if it gave one; its support asks for it. */
  rid: string | null
}

type WatchedLogin = Pick<LoginRequest, 'platform' | 'appId' | 'codeMs' | 'earlierMs'>

/** Records one login in progress. */
export interface LoginTrace {
  asking(): void
  settling(outcome: ExchangeOutcome): void
  ended(session: IssuedSession): void
  failed(error: unknown): void
}

/** Records outcomes and timings of logins for the operator. */
export interface LoginWatch {
  begin(login: WatchedLogin, requestId: string): LoginTrace
  /** The last 500, newest first. */
  timelines(): LoginTimeline[]
}

export function createLoginWatch({ metrics, clock }: { metrics: Metrics; clock: Clock }): LoginWatch {
  const ring: LoginTimeline[] = []
  let next = 0

  function keep(timeline: LoginTimeline): void {
    ring[next] = timeline
    next = (next + 1) % keptTimelines
    metrics.countLogin(timeline.platform, timeline.outcome)
  }

  return {
    begin({ platform, appId, codeMs = null, earlierMs = null }, requestId) {
      const at = clock.now()
      const begunAt = performance.now()
      let askedAt: number | undefined
      let settledAt: number | undefined
      let rid: string | null = null
      const end = (outcome: string) => {
        const endedAt = performance.now()
        keep({
          requestId,
          at,
          platform,
          appId,
          outcome,
          codeMs,
          earlierMs,
          claimMs: tenths((askedAt ?? endedAt) - begunAt),
          exchangeMs: askedAt === undefined ? null : tenths((settledAt ?? endedAt) - askedAt),
          settleMs: settledAt === undefined ? null : tenths(endedAt - settledAt),
          totalMs: tenths(endedAt - begunAt),
          rid,
        })
      }
      return {
        asking() {
          askedAt = performance.now()
        },
        settling(outcome) {
          settledAt = performance.now()
          if ('rid' in outcome) rid = outcome.rid ?? null
        },
        ended: ({ degraded, principal }) => end(degraded ? 'degraded' : principal.kind),
        failed: (error) => end(error instanceof AppError ? error.code : 'internal'),
      }
    },
    timelines: () => [...ring.slice(next), ...ring.slice(0, next)].reverse(),
  }
}

const tenths = (ms: number) => Math.round(ms * 10) / 10
