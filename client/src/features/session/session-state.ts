import type { UserInfo } from '@trailpass/shared'
import type { StoreApi } from 'zustand/vanilla'
import type { Fault } from '../../lib/fault'

export interface SessionState {
  /** `starting`: nothing is known yet (first paint). Content is shown in every phase. */
  phase: 'starting' | 'ready' | 'signed-out'
  /** The stored one is painted first, before any answer; `null` for a guest the server does not know either. */
  user: UserInfo | null
  /** The platform did not answer the last login; it is tried again by itself. */
  degraded: boolean
  /** Why this person is a guest, or not up to date, just now; `null` when all is well. */
  fault: Fault
  /** Cold start. Called again, it is the same start. */
  start(): Promise<void>
  /**
   * The app came to the front: a quiet retry, with backoff, of whatever failed and may pass. With `isOnline`, the network
   * has come back: what failed for want of it is retried at once.
   */
  wake(options?: { isOnline: boolean }): Promise<void>
  /** Something happened to this person elsewhere, such as a registration on the web. Nobody is signed in by it. */
  refresh(): Promise<void>
  /** The person asks, by signing in or by pressing retry: no backoff, and a sign-out is forgotten. */
  signIn(): Promise<void>
  /** Remembered: no silent login until the person asks. */
  signOut(): Promise<void>
  /** Takes over what an operation answered about this person. */
  setUser(user: UserInfo): void
}

export type SessionStore = StoreApi<SessionState>
