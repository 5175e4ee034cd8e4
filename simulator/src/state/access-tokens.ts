import { randomBytes } from 'node:crypto'
import type { App } from './apps.ts'
import type { Clock } from './clock.ts'

const lifetimeMs = 7_200_000
const renewAheadMs = 5 * 60_000
const forcedPauseMs = 30_000
const forcedPerDay = 20
const dayMs = 24 * 3_600_000

interface AccessToken {
  token: string
  expiresInSeconds: number
}

type TokenStanding = { standing: 'valid'; app: App } | { standing: 'expired' | 'unknown' }

/** The tokens of `/cgi-bin/stable_token`. */
export interface AccessTokens {
  current(app: App): AccessToken
  /** `undefined` when today's 20 are gone. Within 30 seconds of the last one it refreshes nothing. */
  forceRefresh(app: App): AccessToken | undefined
  check(token: string): TokenStanding
}

export function createAccessTokens(clock: Clock): AccessTokens {
  const issued = new Map<string, { app: App; expiresAt: number }>()
  const latest = new Map<App, string>()
  const forcedAt = new Map<App, number[]>()

  function issue(app: App): AccessToken {
    const token = randomBytes(102).toString('base64url')
    issued.set(token, { app, expiresAt: clock.now() + lifetimeMs })
    latest.set(app, token)
    return { token, expiresInSeconds: lifetimeMs / 1000 }
  }

  function current(app: App): AccessToken {
    const token = latest.get(app)
    const leftMs = (token === undefined ? 0 : (issued.get(token)?.expiresAt ?? 0)) - clock.now()
    if (token === undefined || leftMs <= renewAheadMs) return issue(app)
    return { token, expiresInSeconds: Math.floor(leftMs / 1000) }
  }

  return {
    current,
    forceRefresh(app) {
      const today = (forcedAt.get(app) ?? []).filter((at) => clock.now() - at < dayMs)
      const last = today.at(-1)
      if (last !== undefined && clock.now() - last < forcedPauseMs) return current(app)
      if (today.length >= forcedPerDay) return undefined
      forcedAt.set(app, [...today, clock.now()])
      for (const [token, record] of issued) if (record.app === app) issued.delete(token)
      return issue(app)
    },
    check(token) {
      const record = issued.get(token)
      if (record === undefined) return { standing: 'unknown' }
      return clock.now() < record.expiresAt ? { standing: 'valid', app: record.app } : { standing: 'expired' }
    },
  }
}
