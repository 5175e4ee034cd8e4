import { setTimeout as delay } from 'node:timers/promises'
import { type AccessTokenRecord, forceRefresh } from '../../domain/access-token.ts'
import type { App } from '../../domain/registered-app.ts'
import { seal, unseal } from '../../lib/seal.ts'
import type { AccessTokenStore } from '../../ports/access-token-store.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Log } from '../../ports/log.ts'
import type { Store } from '../../ports/store.ts'
import type { Unit } from '../../ports/unit.ts'
import { flightDeadline } from '../upstream/flight-deadline.ts'
import { UpstreamError } from '../upstream/upstream.ts'

/** During the last five minutes, both the old and the new token are valid. */
const renewAheadMs = 5 * 60_000
/** A token this close to its expiry might not arrive in time. */
const marginMs = 10_000
/** Minimum interval, for tokens with a very short life and for rejected tokens that cannot be force-refreshed. */
const fetchPauseMs = 30_000
/** Longer than a flight: a holder that has not settled by then is dead. */
const leaseMs = 5000
const waitStepMs = 50

export interface AccessTokens {
  /**
   * Returns a token for the app: one fetch for any number of callers and processes. `refused` is the token that the
   * platform rejected. Throws UpstreamError, or `storage.unavailable`.
   */
  get(app: App, options: { signal: AbortSignal; refused?: string }): Promise<string>
}

export type FetchAccessToken = (
  app: App,
  options: { force: boolean; deadline: AbortSignal },
) => Promise<{ token: string; expiresInMs: number }>

interface Kept {
  token: string
  fetchedAt: Date
  expiresAt: Date
}

type Claim = { kind: 'kept'; kept: Kept } | { kind: 'fetch'; force: boolean } | { kind: 'wait' } | { kind: 'exhausted' }

export function createAccessTokens(deps: {
  store: Store
  accessTokens: AccessTokenStore
  key: Buffer
  fetchToken: FetchAccessToken
  clock: Clock
  log: Log
}): AccessTokens {
  const { store, accessTokens, key, fetchToken, clock, log } = deps
  const kept = new Map<string, Kept>()
  const flights = new Map<string, Promise<Kept>>()

  const place = ({ platform, appId }: Pick<App, 'platform' | 'appId'>) => `access-token:${platform}:${appId}`
  const since = (at: Date) => clock.now().getTime() - at.getTime()
  const isUsable = ({ expiresAt }: Kept) => since(expiresAt) < -marginMs
  const isDue = ({ fetchedAt, expiresAt }: Kept) => since(expiresAt) >= -renewAheadMs && since(fetchedAt) > fetchPauseMs

  /** A token that was tampered with is treated as missing. */
  function open({ token, ...app }: AccessTokenRecord): Kept | undefined {
    if (!token) return undefined
    try {
      return { ...token, token: unseal(key, place(app), token.sealed) }
    } catch (err) {
      log.warn(
        { event: 'upstream.token_not_opened', appId: app.appId, err },
        'a stored access token cannot be decrypted',
      )
      return undefined
    }
  }

  /** The stored token, or the lease for fetching one. */
  function* claim(app: App, refused: string | undefined): Unit<Claim> {
    const now = clock.now()
    const record = yield* accessTokens.lock(app)
    const stored = open(record)
    const isGood = stored !== undefined && stored.token !== refused && isUsable(stored)
    if (isGood && !isDue(stored)) return { kind: 'kept', kept: stored }
    if (record.leaseUntil && record.leaseUntil > now) return isGood ? { kind: 'kept', kept: stored } : { kind: 'wait' }

    const isRefused = stored !== undefined && stored.token === refused
    const forcedAt = isRefused ? forceRefresh(record.forcedAt, now) : undefined
    if (isRefused && !forcedAt && since(stored.fetchedAt) < fetchPauseMs) return { kind: 'exhausted' }
    // Written before the fetch, so that the quota is respected even if this process dies during it.
    const leaseUntil = new Date(now.getTime() + leaseMs)
    yield* accessTokens.update({ ...record, leaseUntil, forcedAt: forcedAt ?? record.forcedAt })
    return { kind: 'fetch', force: forcedAt !== undefined }
  }

  function* settle(app: App, fetched: Kept | undefined): Unit<void> {
    const record = yield* accessTokens.lock(app)
    const token = fetched && { ...fetched, sealed: seal(key, place(app), fetched.token) }
    yield* accessTokens.update({ ...record, leaseUntil: null, ...(token && { token }) })
  }

  async function fetchAndSettle(app: App, force: boolean, deadline: AbortSignal): Promise<Kept> {
    let fetched: Kept | undefined
    try {
      const { token, expiresInMs } = await fetchToken(app, { force, deadline })
      const fetchedAt = clock.now()
      fetched = { token, fetchedAt, expiresAt: new Date(fetchedAt.getTime() + expiresInMs) }
      return fetched
    } finally {
      await store.write(() => settle(app, fetched))
    }
  }

  async function fly(app: App, refused: string | undefined): Promise<Kept> {
    const deadline = flightDeadline()
    while (!deadline.aborted) {
      const claimed = await store.write(() => claim(app, refused))
      if (claimed.kind === 'kept') return claimed.kept
      if (claimed.kind === 'fetch') return fetchAndSettle(app, claimed.force, deadline)
      if (claimed.kind === 'exhausted') throw new UpstreamError('access token rejected, and no forced refresh left')
      await delay(waitStepMs)
    }
    throw new UpstreamError('timeout')
  }

  /**
   * One flight at a time per app (single-flight); a caller with a rejected token does not accept that same token again.
   */
  async function obtain(app: App, refused: string | undefined): Promise<Kept> {
    const name = place(app)
    for (let running = flights.get(name); running; running = flights.get(name)) {
      const found = await running
      if (found.token !== refused) return found
    }
    const flight = fly(app, refused)
      .then((found) => {
        kept.set(name, found)
        return found
      })
      .finally(() => flights.delete(name))
    flights.set(name, flight)
    return flight
  }

  function renewInBackground(app: App): void {
    if (flights.has(place(app))) return
    obtain(app, undefined).catch((error) => {
      const reason = error instanceof UpstreamError ? error.reason : 'unexpected'
      log.warn(
        { event: 'upstream.token_not_renewed', appId: app.appId, reason },
        'the current access token stays in use',
      )
    })
  }

  return {
    async get(app, { signal, refused }) {
      // After the secret was withdrawn, nothing may be done in the app's name.
      if (app.secrets.length === 0) throw new UpstreamError('no secret is stored for this app')
      const current = kept.get(place(app))
      if (!current || current.token === refused || !isUsable(current)) {
        return (await unlessAborted(obtain(app, refused), signal)).token
      }
      if (isDue(current)) renewInBackground(app)
      return current.token
    },
  }
}

/** The flight serves other callers too, so it continues when this caller's deadline has passed. */
function unlessAborted<T>(flight: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(new UpstreamError('timeout'))
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort, { once: true })
    flight.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}
