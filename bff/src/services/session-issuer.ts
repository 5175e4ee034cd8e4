import type { LoginResponse, UserInfo } from '@trailpass/shared'
import { type SessionPolicy, type SessionRecord, sessionExpiresAt } from '../domain/session.ts'
import type { Clock } from '../ports/clock.ts'
import type { ClientDevice, SessionStore } from '../ports/session-store.ts'
import type { Unit } from '../ports/unit.ts'
import { presentPrincipal } from './present-user.ts'
import { together } from './together.ts'
import type { TokenService } from './token-service.ts'
import type { UserPresenter } from './user-presenter.ts'

/** A login response before the token is moved to a cookie: the token is always present. */
export type IssuedSession = LoginResponse & { token: string }

/** A newly issued session, including the token, which cannot be recovered later. */
export interface NewSession {
  token: string
  session: SessionRecord
  user: UserInfo
}

export interface SessionIssuer {
  /** Issues the session of a device, replacing the one it had. */
  issue(session: {
    personId: string
    device: ClientDevice
    model: string | null
    identified: boolean
  }): Unit<NewSession>
  /** The response for the device. */
  answer(issued: NewSession, login: { keyEpoch: number | null; degraded: boolean }): IssuedSession
}

export function createSessionIssuer(deps: {
  sessions: SessionStore
  tokens: TokenService
  present: UserPresenter
  sessionPolicy: SessionPolicy
  clock: Clock
}): SessionIssuer {
  const { sessions, tokens, present, sessionPolicy, clock } = deps

  function* replace(device: ClientDevice, session: SessionRecord): Unit<void> {
    yield* sessions.removeOfDevice(device, session)
    yield* sessions.insert(session)
  }

  return {
    *issue({ personId, device, model, identified }) {
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
      const [, user] = yield* together(replace(device, session), present(personId))
      return { token, session, user }
    },
    answer: ({ token, session, user }, { keyEpoch, degraded }) => ({
      token,
      expiresAt: sessionExpiresAt(session).toISOString(),
      keyEpoch,
      checkSession: sessionPolicy === 'platform' && keyEpoch !== null,
      degraded,
      identified: session.identified,
      principal: presentPrincipal(user),
      user,
    }),
  }
}
