import { AppError } from '../domain/app-error.ts'
import { type Caller, sessionExpiresAt, sessionTouchMs } from '../domain/session.ts'
import type { Clock } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'
import type { SessionStore } from '../ports/session-store.ts'
import type { Store } from '../ports/unit.ts'
import type { TokenService } from './token-service.ts'

export interface SessionService {
  /**
   * The person a token names. Throws `session.missing` without a token, `session.expired` for one that is unknown,
   * revoked or expired: nothing tells these three apart.
   */
  resolve(token: string | undefined): Promise<Caller>
  /** Ends the session; nothing of it can be used afterwards. */
  signOut(caller: Caller): Promise<void>
}

export function createSessionService(deps: {
  store: Store
  sessions: SessionStore
  tokens: TokenService
  clock: Clock
  log: Log
}): SessionService {
  const { store, sessions, tokens, clock, log } = deps

  return {
    async resolve(token) {
      if (token === undefined) throw new AppError('session.missing')
      const tokenHash = tokens.hash(token)
      const caller = await store.read(() => sessions.findCaller(tokenHash))
      const now = clock.now()
      if (!caller || sessionExpiresAt(caller.session) <= now) throw new AppError('session.expired')
      if (now.getTime() - caller.session.lastSeenAt.getTime() > sessionTouchMs) {
        // The request does not wait for it, and a lost touch costs nothing but an earlier idle limit.
        store.write(() => sessions.touch(tokenHash, now)).catch((err) => log.warn({ err }, 'last-seen was not written'))
      }
      return caller
    },

    async signOut({ session }) {
      await store.write(() => sessions.remove(session.tokenHash))
    },
  }
}
