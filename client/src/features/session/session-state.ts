import type { UserInfo } from '@trailpass/shared'
import type { StoreApi } from 'zustand/vanilla'
import type { Fault } from '../../lib/fault'

export interface SessionState {
  /** `starting`: nothing is known yet (first paint). Content is visible in every phase. */
  phase: 'starting' | 'ready' | 'signed-out'
  /** The stored user is shown first, before any response; `null` for a guest whom the server does not know either. */
  user: UserInfo | null
  /** The platform did not answer the last login, which is retried automatically. */
  degraded: boolean
  /** Why this person is a guest or outdated; `null` if all is well. */
  fault: Fault
  /** Cold start. Idempotent. */
  start(): Promise<void>
  /**
   * The app came to the foreground: silently retries temporary failures, with backoff. With `isOnline`, the network has
   * come back: whatever failed because of it is retried at once.
   */
  wake(options?: { isOnline: boolean }): Promise<void>
  /** The person may have changed elsewhere, for example by registering on the web. Does not sign anybody in. */
  refresh(): Promise<void>
  /** Explicit sign-in or retry by the person: no backoff, and an earlier sign-out no longer applies. */
  signIn(): Promise<void>
  /** Persistent: no silent login until the person signs in. */
  signOut(): Promise<void>
  /** Applies the user returned by an operation. */
  setUser(user: UserInfo): void
}

export type SessionStore = StoreApi<SessionState>
