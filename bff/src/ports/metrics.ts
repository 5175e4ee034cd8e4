import type { Platform } from '@trailpass/shared'

/** `joined`: waited for the same login in this process; `replayed`: got the recorded answer. */
export type LedgerHit = 'joined' | 'replayed' | 'refused'
export type SessionCheck = 'ok' | 'missing' | 'expired'
export type BreakerState = 'closed' | 'half-open' | 'open'

/**
 * Metrics for the operator. A call costs an addition or two; label values come from short fixed lists and identify
 * nobody.
 */
export interface Metrics {
  countRequest(status: number): void
  /** How it ended: `member`, `guest`, `degraded`, or the code of its refusal. */
  countLogin(platform: Platform, outcome: string): void
  countLedgerHit(hit: LedgerHit): void
  countSessionCheck(outcome: SessionCheck): void
  /** A flight to a platform, including retries. */
  observeUpstream(operation: string, isAnswered: boolean, ms: number): void
  setBreaker(operation: string, state: BreakerState): void
  /** How many units shared one commit of the embedded store. */
  observeCommit(units: number): void
}
