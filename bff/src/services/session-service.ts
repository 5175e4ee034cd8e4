import type { SignedInDevice, SignedInDeviceList } from '@trailpass/shared'
import { AppError } from '../domain/app-error.ts'
import { type Caller, type SessionRecord, sessionExpiresAt, sessionTouchMs } from '../domain/session.ts'
import type { Clock } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'
import type { Metrics } from '../ports/metrics.ts'
import type { SessionStore } from '../ports/session-store.ts'
import type { Store } from '../ports/store.ts'
import type { Unit } from '../ports/unit.ts'
import type { NoteOnPerson } from './audit.ts'
import type { CallerCache } from './caller-cache.ts'
import type { TokenService } from './token-service.ts'

export interface SessionService {
  /**
   * The caller for a token. Throws `session.missing` without a token, and `session.expired` for an unknown, revoked or
   * expired one; these three are indistinguishable.
   */
  resolve(token: string | undefined): Promise<Caller>
  /** The caller for a token, if the session is live, for everything, and of a person whom a platform has identified. */
  findIdentified(token: string | undefined): Promise<Caller | undefined>
  /** Ends the session permanently. */
  signOut(caller: Caller): Promise<void>
  /** Where the caller is signed in. */
  list(caller: Caller): Promise<SignedInDeviceList>
  /** Signs out one of the caller's devices. Throws `request.not_found` for a name that is not in the list. */
  end(caller: Caller, id: string): Promise<void>
  /** For operators: where a person is signed in. */
  listOf(personId: string): Promise<Omit<SignedInDevice, 'current'>[]>
  /** For operators: ends the named session, or all of them, and records the operator. Returns their number. */
  endOf(personId: string, id: string | undefined, actor: string): Promise<number>
}

export function createSessionService(deps: {
  store: Store
  sessions: SessionStore
  callers: Pick<CallerCache, 'find'>
  tokens: TokenService
  noteOnPerson: NoteOnPerson
  metrics: Pick<Metrics, 'countSessionCheck'>
  clock: Clock
  log: Log
}): SessionService {
  const { store, sessions, callers, tokens, noteOnPerson, metrics, clock, log } = deps

  function* listDevices(personId: string): Unit<SessionRecord[]> {
    const now = clock.now()
    const all = yield* sessions.listOfPerson(personId)
    return all.filter((session) => session.scope === 'full' && sessionExpiresAt(session) > now)
  }

  const present = ({ tokenHash, platform, model, createdAt, lastSeenAt }: SessionRecord) => ({
    id: tokens.nameSession(tokenHash),
    platform,
    model,
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
  })

  return {
    async resolve(token) {
      if (token === undefined) {
        metrics.countSessionCheck('missing')
        throw new AppError('session.missing')
      }
      const tokenHash = tokens.hash(token)
      const caller = await callers.find(tokenHash)
      const now = clock.now()
      if (!caller || sessionExpiresAt(caller.session) <= now) {
        metrics.countSessionCheck('expired')
        throw new AppError('session.expired')
      }
      metrics.countSessionCheck('ok')
      if (now.getTime() - caller.session.lastSeenAt.getTime() > sessionTouchMs) {
        // Not awaited: a lost update only makes the session's idle timeout earlier.
        store.write(() => sessions.touch(tokenHash, now)).catch((err) => log.warn({ err }, 'last-seen was not written'))
      }
      return caller
    },

    async findIdentified(token) {
      const caller = token === undefined ? undefined : await callers.find(tokens.hash(token))
      if (!caller?.identified || caller.session.scope !== 'full') return undefined
      return sessionExpiresAt(caller.session) > clock.now() ? caller : undefined
    },

    async signOut({ session }) {
      await store.write(() => sessions.remove(session.tokenHash))
    },

    async list({ personId, session: own }) {
      const devices = await store.read(() => listDevices(personId))
      return {
        sessions: devices.map((device) => ({ ...present(device), current: device.tokenHash === own.tokenHash })),
      }
    },

    end: ({ personId }, id) =>
      store.write(function* () {
        const device = (yield* listDevices(personId)).find(({ tokenHash }) => tokens.nameSession(tokenHash) === id)
        if (!device) throw new AppError('request.not_found')
        yield* sessions.remove(device.tokenHash)
        yield* noteOnPerson(personId, { actor: 'person', action: 'session.revoke', detail: '1 session' })
      }),

    listOf: async (personId) => (await store.read(() => listDevices(personId))).map(present),

    endOf: (personId, id, actor) =>
      store.write(function* () {
        const all = yield* listDevices(personId)
        const named = all.filter(({ tokenHash }) => id === undefined || tokens.nameSession(tokenHash) === id)
        if (id === undefined) yield* sessions.removeOfPerson(personId)
        else for (const { tokenHash } of named) yield* sessions.remove(tokenHash)
        const noted = { actor, action: 'session.revoke', detail: count(named.length) } as const
        if (named.length > 0) yield* noteOnPerson(personId, noted)
        return named.length
      }),
  }
}

const count = (sessions: number): string => (sessions === 1 ? '1 session' : `${sessions} sessions`)
