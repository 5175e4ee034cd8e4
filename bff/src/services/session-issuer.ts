import type { LoginResponse } from '@trailpass/shared'
import { type SessionPolicy, type SessionRecord, sessionExpiresAt } from '../domain/session.ts'
import type { Clock } from '../ports/clock.ts'
import type { ClientDevice, SessionStore } from '../ports/session-store.ts'
import type { Unit } from '../ports/unit.ts'
import { presentPrincipal } from './present-user.ts'
import type { TokenService } from './token-service.ts'
import type { UserPresenter } from './user-presenter.ts'

/** A login's answer before it leaves: here the token is always present. */
export type IssuedSession = LoginResponse & { token: string }

export interface SessionIssuer {
  /** Issues the session of a device, replacing the one it had. */
  issue(session: {
    personId: string
    device: ClientDevice
    model: string | null
    identified: boolean
    keyEpoch: number | null
    degraded: boolean
  }): Unit<{ answer: IssuedSession; tokenHash: string }>
}

export function createSessionIssuer(deps: {
  sessions: SessionStore
  tokens: TokenService
  present: UserPresenter
  sessionPolicy: SessionPolicy
  clock: Clock
}): SessionIssuer {
  const { sessions, tokens, present, sessionPolicy, clock } = deps

  return {
    *issue({ personId, device, model, identified, keyEpoch, degraded }) {
      const now = clock.now()
      const token = tokens.create()
      const session: SessionRecord = {
        tokenHash: tokens.hash(token),
        personId,
        ...device,
        identified,
        model,
        createdAt: now,
        lastSeenAt: now,
        scope: 'full',
        parentHash: null,
      }
      yield* sessions.removeOfDevice(device, { identified })
      yield* sessions.insert(session)
      const user = yield* present(personId)
      const answer: IssuedSession = {
        token,
        expiresAt: sessionExpiresAt(session).toISOString(),
        keyEpoch,
        checkSession: sessionPolicy === 'platform' && keyEpoch !== null,
        degraded,
        principal: presentPrincipal(user),
        user,
      }
      return { answer, tokenHash: session.tokenHash }
    },
  }
}
