import { deleteSession, getUserInfo, type LoginResponse, type UserInfo } from '@trailpass/shared'
import { createStore } from 'zustand/vanilla'
import type { ApiClient, SessionAccess } from '../../api/api-client'
import { ApiError, NetworkError } from '../../api/api-error'
import { type Fault, faultOf } from '../../lib/fault'
import type { LoginCredentials } from '../../platform/login-credential/types'
import { createBackoff } from './backoff'
import type { Login } from './login'
import type { SessionRecord, SessionRecords } from './session-record'
import type { SessionState, SessionStore } from './session-state'

export interface SessionDependencies {
  api: ApiClient
  login: Login
  credentials: Pick<LoginCredentials, 'isSessionKeyAlive' | 'hasCode'>
  records: SessionRecords
  mode: SessionAccess['mode']
  now: () => number
}

export interface Session {
  store: SessionStore
  access: SessionAccess
  /**
   * Resolves to true once the person has a platform identity, logging in if needed. `refused`: the server has just said
   * that there is none, as for the virtual user that WeChat shows to pages it does not trust.
   */
  ensureIdentity(options?: { refused: boolean }): Promise<boolean>
  /**
   * Logs in regardless of the current session: for operations that require a recent login, and for a new session_key.
   * Resolves to whether there is a new session. Never throws.
   */
  logInFresh(): Promise<boolean>
  /** Signs out after `erase`, unless it rejects; no request logs in again by itself meanwhile. Rejects as `erase` does. */
  signOutAfter(erase: () => Promise<void>): Promise<void>
}

/** An automatic retry does not help with these. */
const finalFaults = ['account.blocked', 'app.unknown', 'client.upgrade_required']

export function createSession({ api, login, credentials, records, mode, now }: SessionDependencies): Session {
  let record = records.read()
  /** Distinguishes sessions where a cookie holds the token. */
  let adoptions = 0
  let refusedToken: string | null = null
  let signOuts = 0
  let coldStart: Promise<void> | undefined
  let flight: Promise<void> | undefined
  /** A login that was in flight during a sign-out: its session must not end the next one. */
  let left: Promise<void> | undefined
  /** The record as this tab last found it, which it may not have been able to write. */
  let seen = process.env.TARO_ENV === 'h5' ? JSON.stringify(record) : ''
  /** While somebody is being erased, no request logs in again by itself: that would create a new account for them. */
  let erasing = false
  const backoff = createBackoff(now)

  const store: SessionStore = createStore<SessionState>()(() => ({
    ...shownOf(record),
    start,
    wake,
    refresh,
    signIn,
    signOut,
    setUser,
  }))

  function isSignedOut(): boolean {
    if (process.env.TARO_ENV === 'h5') catchUp()
    return record?.kind === 'signed-out'
  }

  const isIdentified = () => !isSignedOut() && record?.kind === 'session' && record.identified

  function token(): string | null {
    if (record?.kind !== 'session') return null
    return mode === 'cookie' ? `cookie ${adoptions}` : record.token
  }

  /** A session that no response has rejected yet. */
  const isUsable = () => token() !== null && token() !== refusedToken

  /** The tabs of a browser share one cookie, so what another tab has recorded applies here too. */
  function catchUp(): void {
    const kept = records.read()
    const found = JSON.stringify(kept)
    if (kept === null || found === seen) return
    seen = found
    if (kept.kind === 'signed-out' && record?.kind !== 'signed-out') abandonFlight()
    record = kept
    adoptions += 1
    const isStandIn = kept.kind === 'session' && kept.principalId !== kept.user.userId
    store.setState({ ...shownOf(kept), degraded: isStandIn })
  }

  /** A login in progress no longer counts, and the next one waits for it. */
  function abandonFlight(): void {
    signOuts += 1
    left = flight ?? left
    flight = undefined
  }

  function remember(next: SessionRecord): void {
    record = next
    records.write(next)
    if (process.env.TARO_ENV === 'h5') seen = JSON.stringify(records.read())
  }

  function fail(fault: Fault, error?: unknown): void {
    backoff.fail(error instanceof ApiError ? error.retryAfterMs : undefined)
    store.setState({ phase: 'ready', fault })
  }

  function adopt({ token, checkSession, degraded, identified, user }: LoginResponse): void {
    // A returning person stays on screen until the platform answers again.
    const shown = store.getState().user
    const kept = !identified && shown?.registered ? shown : user
    adoptions += 1
    const issued = process.env.TARO_ENV === 'h5' && { issuedAtMs: now() }
    remember({ kind: 'session', token, ...issued, principalId: user.userId, identified, checkSession, user: kept })
    store.setState({ phase: 'ready', user: kept, degraded })
  }

  function logIn(asked: boolean): Promise<void> {
    if (flight !== undefined) return flight
    const wanted = signOuts
    const fly = () => flyUnlessAbandoned(asked, () => signOuts !== wanted || isSignedOut())
    const started = (left === undefined ? fly() : left.then(fly)).finally(() => {
      if (flight === started) flight = undefined
      if (left === started) left = undefined
    })
    flight = started
    return started
  }

  async function flyUnlessAbandoned(asked: boolean, isAbandoned: () => boolean): Promise<void> {
    if (isAbandoned()) return
    const guestToken = record?.kind === 'session' && !record.identified ? record.token : null
    try {
      const isWanted = () => !isAbandoned()
      const answer = await login.byCode({ asked, isWanted, ...(guestToken !== null && { guestToken }) })
      if (isAbandoned()) return await endAbandoned(answer)
      // A login without an identity does not replace an identified person; of a cookie, the server decides that.
      if (mode === 'bearer' && !answer.identified && isIdentified() && isUsable())
        store.setState({ degraded: answer.degraded })
      else adopt(answer)
      if (answer.degraded) return fail('identity_provider.unavailable')
      backoff.succeed()
      store.setState({ fault: null })
    } catch (error) {
      if (isAbandoned()) return
      if (!isUsable() && mayBeGuest(error)) await becomeGuest(isAbandoned)
      if (!isAbandoned()) fail(faultOf(error), error)
    }
  }

  async function becomeGuest(isAbandoned: () => boolean): Promise<void> {
    try {
      const answer = await login.asGuest()
      if (isAbandoned()) await endAbandoned(answer)
      else adopt(answer)
    } catch {
      // The person remains a local guest; the login's own fault explains why.
    }
  }

  async function refreshUser(): Promise<void> {
    const asked = token()
    try {
      const user = await api.call(getUserInfo, undefined, { as: null })
      if (!isIdentified()) return
      // The response is for the session that asked, whose account may have been merged into another since.
      if (token() === asked) take(user, user.userId)
      else setUser(user)
      backoff.succeed()
      store.setState({ fault: null, degraded: false })
    } catch (error) {
      if (isSignedOut()) return
      // A refusal went through a login, which has set its own fault.
      if (error instanceof ApiError && error.status === 401 && store.getState().fault !== null) return
      fail(faultOf(error), error)
    }
  }

  function synchronize(asked: boolean): Promise<void> {
    return isIdentified() && isUsable() ? refreshUser() : logIn(asked)
  }

  function start(): Promise<void> {
    coldStart ??= (async () => {
      if (record?.kind === 'signed-out') return endUnrevoked()
      if (process.env.TARO_ENV === 'h5' && credentials.hasCode?.()) return logIn(false)
      if (record?.kind === 'session' && record.identified && record.checkSession) {
        const wanted = signOuts
        const isAlive = await credentials.isSessionKeyAlive()
        if (signOuts !== wanted) return
        if (!isAlive) return logIn(false)
      }
      return synchronize(false)
    })()
    return coldStart
  }

  async function wake({ isOnline } = { isOnline: false }): Promise<void> {
    if (coldStart === undefined) return start()
    if (isSignedOut()) return endUnrevoked()
    if (flight !== undefined) return flight
    const { degraded, fault } = store.getState()
    if (fault !== null && finalFaults.includes(fault)) return
    const isDue = backoff.isDue() || (isOnline && (fault === 'network' || fault === 'timeout'))
    if ((degraded || fault !== null) && isDue) await synchronize(false)
  }

  async function refresh(): Promise<void> {
    if (isIdentified()) await synchronize(false)
  }

  async function signIn(): Promise<void> {
    if (isSignedOut()) {
      const wanted = signOuts
      store.setState({ phase: 'starting' })
      // A cookie that was to be ended must not come back as this person's.
      await endUnrevoked()
      if (signOuts !== wanted) return
      // With its cookie, any login that identifies nobody would bring that person back.
      if (mode === 'cookie' && record?.kind === 'signed-out' && record.unrevoked) {
        return store.setState({ phase: 'signed-out', fault: 'network' })
      }
    }
    if (isSignedOut()) {
      record = null
      records.clear()
    }
    await synchronize(true)
  }

  async function signOut(): Promise<void> {
    abandonFlight()
    if (!isSignedOut() && record?.kind === 'session') noteUnrevoked(record.token)
    else remember(record ?? { kind: 'signed-out' })
    backoff.succeed()
    store.setState({ phase: 'signed-out', user: null, degraded: false, fault: null })
    await endUnrevoked()
  }

  async function endUnrevoked(): Promise<void> {
    if (!isSignedOut() || record?.kind !== 'signed-out' || record.unrevoked === undefined) return
    const told = record.unrevoked
    const ended = await revoke(told.token)
    if (!ended || !isSignedOut()) return
    // Another may have been noted meanwhile, which this request did not end.
    if (JSON.stringify(record.unrevoked) === JSON.stringify(told)) remember({ kind: 'signed-out' })
    store.setState({ fault: null })
  }

  async function endAbandoned({ token }: LoginResponse): Promise<void> {
    if (!(await revoke(token)) && isSignedOut()) noteUnrevoked(token)
  }

  function noteUnrevoked(token: string | null): void {
    const since = process.env.TARO_ENV === 'h5' && { sinceMs: now() }
    remember({ kind: 'signed-out', unrevoked: { token, ...since } })
  }

  /** Resolves to false if the server could not be told. */
  async function revoke(token: string | null): Promise<boolean> {
    try {
      await api.call(deleteSession, undefined, { token })
      return true
    } catch (error) {
      return error instanceof ApiError && error.status === 401
    }
  }

  function take(user: UserInfo, principalId?: string): void {
    if (record?.kind !== 'session') return
    remember({ ...record, ...(principalId && { principalId }), user })
    store.setState({ user })
  }

  function setUser(user: UserInfo): void {
    if (isSignedOut() || record?.kind !== 'session') return
    // Otherwise the response is about the phone's previous holder, or the account was merged: the server knows which.
    if (record.user.userId === user.userId) take(user)
    else void refresh()
  }

  return {
    store,
    access: {
      mode,
      token,
      async renew(deadToken) {
        if (isSignedOut() || erasing) return false
        if (token() !== deadToken) return true
        refusedToken = deadToken
        await logIn(false)
        return isUsable()
      },
      member: () => (record?.kind === 'session' && record.user.registered ? record.user.userId : null),
      speaksFor: (userId) => !isSignedOut() && record?.kind === 'session' && record.principalId === userId,
      regain: () => wake(),
    },
    async logInFresh() {
      if (isSignedOut()) return false
      const before = token()
      await logIn(true)
      return token() !== before && isIdentified()
    },
    async signOutAfter(erase) {
      erasing = true
      try {
        await erase()
        await signOut()
      } finally {
        erasing = false
      }
    },
    async ensureIdentity({ refused } = { refused: false }) {
      if (refused && !isSignedOut() && record?.kind === 'session') remember({ ...record, identified: false })
      if (!isIdentified() || !isUsable()) await signIn()
      return isIdentified() && isUsable()
    },
  }
}

function shownOf(record: SessionRecord | null): Pick<SessionState, 'phase' | 'user' | 'degraded' | 'fault'> {
  const isSession = record?.kind === 'session'
  const phase = isSession ? 'ready' : record === null ? 'starting' : 'signed-out'
  return { phase, user: isSession ? record.user : null, degraded: false, fault: null }
}

/** Whether a guest session may still be created after the failed login. */
function mayBeGuest(error: unknown): boolean {
  if (error instanceof NetworkError) return false
  return !(error instanceof ApiError) || (error.status < 500 && error.code !== 'client.upgrade_required')
}
