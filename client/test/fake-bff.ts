import type { GuestSessionRequest, LoginRequest, LoginResponse, UserInfo } from '@trailpass/shared'
import { type ErrorCode, errorCodes } from '@trailpass/shared'
import { NetworkError } from '../src/api/api-error'
import type { Transport, TransportRequest, TransportResponse } from '../src/api/transport'

type Disturbance = 'unreachable' | 'lost answer' | 'timeout' | ErrorCode

export interface FakeBff extends Transport {
  /** `METHOD /path` of every request, in order. */
  readonly log: string[]
  readonly logins: LoginRequest[]
  /** Whether WeChat answers. */
  platformUp: boolean
  checkSession: boolean
  /** What a code says about who holds the phone. */
  identityOf: (code: string) => string
  /** The next requests to this operation go wrong in this way. */
  disturb(operation: string, ...how: Disturbance[]): void
  /** All of them, until `disturb` is called for it again. */
  break(operation: string, how: Disturbance | undefined): void
  expireSessions(): void
  isAlive(token: string | null): boolean
  isIdentified(token: string | null): boolean
  /** The platform gives no identity: a visitor in WeChat's snapshot mode. */
  isAnonymous: boolean
  /** Merges one account into another, including its sessions. */
  join(userId: string, intoUserId: string): void
  /** How many sessions there are. */
  living(): number
  register(userId: string, nickname: string): UserInfo
}

/** The rules of sessions, as far as a phone can see them, in memory. */
export function createFakeBff(): FakeBff {
  const log: string[] = []
  const logins: LoginRequest[] = []
  const queued = new Map<string, Disturbance[]>()
  const broken = new Map<string, Disturbance>()
  const users = new Map<string, UserInfo>()
  const userOfIdentity = new Map<string, string>()
  const sessions = new Map<string, { userId: string; deviceId: string; identified: boolean }>()
  const ledger = new Map<string, { nonce: string; answer: LoginResponse }>()
  let made = 0

  function createUser(): UserInfo {
    made += 1
    const user: UserInfo = {
      userId: `u${made}`,
      registered: false,
      nickname: null,
      displayName: '步道用户',
      avatarUrl: null,
      phoneMasked: null,
      riderId: null,
      ranked: false,
      consents: [],
      underReview: [],
      refused: [],
      joinOffered: false,
      profileRefreshDue: false,
      createdAt: '2026-11-22T00:00:00.000Z',
    }
    users.set(user.userId, user)
    return user
  }

  function issue(user: UserInfo, deviceId: string, identified: boolean, degraded: boolean): LoginResponse {
    for (const [token, session] of sessions) {
      if (session.deviceId === deviceId && (identified || !session.identified)) sessions.delete(token)
    }
    made += 1
    const token = `T${made}`
    sessions.set(token, { userId: user.userId, deviceId, identified })
    return {
      token,
      expiresAt: '2026-12-22T00:00:00.000Z',
      keyEpoch: identified ? 1 : null,
      checkSession: bff.checkSession,
      degraded,
      identified,
      principal: { kind: user.registered ? 'member' : 'guest', userId: user.userId },
      user,
    }
  }

  function logIn(request: LoginRequest): TransportResponse {
    logins.push(request)
    const done = ledger.get(request.code)
    if (done !== undefined) return done.nonce === request.nonce ? ok(done.answer) : problem('login.code_rejected')
    const guest = request.guestToken === undefined ? undefined : sessions.get(request.guestToken)
    const guestUser = guest && !guest.identified ? users.get(guest.userId) : undefined
    let answer: LoginResponse
    if (bff.platformUp && bff.isAnonymous) answer = issue(createUser(), request.deviceId, false, false)
    else if (bff.platformUp) {
      const identity = bff.identityOf(request.code)
      const known = users.get(userOfIdentity.get(identity) ?? '')
      const user = known ?? guestUser ?? createUser()
      userOfIdentity.set(identity, user.userId)
      answer = issue(user, request.deviceId, true, false)
    } else answer = issue(guestUser ?? createUser(), request.deviceId, false, true)
    ledger.set(request.code, { nonce: request.nonce, answer })
    return ok(answer)
  }

  function serve({ method, url, headers, body }: TransportRequest): TransportResponse {
    const operation = `${method} ${url}`
    const token = headers.Authorization?.replace('Bearer ', '')
    if (operation === 'POST /v1/session') return logIn(body as LoginRequest)
    if (operation === 'POST /v1/session/guest') {
      return ok(issue(createUser(), (body as GuestSessionRequest).deviceId, false, false))
    }
    const session = sessions.get(token ?? '')
    if (token === undefined || session === undefined) {
      return problem(token === undefined ? 'session.missing' : 'session.expired')
    }
    if (operation === 'DELETE /v1/session') {
      sessions.delete(token)
      return { status: 204, headers: {}, body: '' }
    }
    return ok(users.get(session.userId))
  }

  const bff: FakeBff = {
    log,
    logins,
    platformUp: true,
    checkSession: false,
    identityOf: () => 'alice',
    disturb: (operation, ...how) => void queued.set(operation, how),
    break(operation, how) {
      if (how === undefined) broken.delete(operation)
      else broken.set(operation, how)
    },
    expireSessions: () => sessions.clear(),
    isAlive: (token) => sessions.has(token ?? ''),
    isIdentified: (token) => sessions.get(token ?? '')?.identified ?? false,
    isAnonymous: false,
    join(userId, intoUserId) {
      for (const session of sessions.values()) if (session.userId === userId) session.userId = intoUserId
      users.delete(userId)
    },
    living: () => sessions.size,
    register(userId, nickname) {
      const user = users.get(userId)
      if (user === undefined) throw new Error(`no user ${userId}`)
      const registered = { ...user, registered: true, nickname, displayName: nickname, riderId: `R-${userId}` }
      users.set(userId, registered)
      return registered
    },

    async request(request) {
      const operation = `${request.method} ${request.url}`
      log.push(operation)
      await Promise.resolve()
      const how = queued.get(operation)?.shift() ?? broken.get(operation)
      if (how === 'unreachable') throw new NetworkError('network')
      if (how !== undefined && how in errorCodes) return problem(how as ErrorCode)
      const response = serve(request)
      if (how === 'lost answer') throw new NetworkError('network')
      if (how === 'timeout') throw new NetworkError('timeout')
      return response
    },
    upload: ({ url, headers }) => bff.request({ method: 'POST', url, headers, timeoutMs: 0 }),
  }
  return bff
}

const ok = (body: unknown): TransportResponse => ({ status: 200, headers: {}, body })

function problem(code: ErrorCode): TransportResponse {
  const { status, title } = errorCodes[code]
  return { status, headers: {}, body: { type: 'about:blank', title, status, code, instance: 'r1' } }
}
