import { randomBytes } from 'node:crypto'
import type { Clock } from './clock.ts'
import type { Grant } from './one-time-codes.ts'

const lifetimeMs = 7_200_000

type WebTokenStanding = { standing: 'valid'; grant: Grant } | { standing: 'expired' | 'unknown' }

/** The per-person tokens of the web sign-in; not the app's own access token. */
export interface WebTokens {
  issue(grant: Grant): string
  check(token: string): WebTokenStanding
}

export function createWebTokens(clock: Clock): WebTokens {
  const issued = new Map<string, { grant: Grant; expiresAt: number }>()
  return {
    issue(grant) {
      const token = randomBytes(66).toString('base64url')
      issued.set(token, { grant, expiresAt: clock.now() + lifetimeMs })
      return token
    },
    check(token) {
      const record = issued.get(token)
      if (record === undefined) return { standing: 'unknown' }
      return clock.now() < record.expiresAt ? { standing: 'valid', grant: record.grant } : { standing: 'expired' }
    },
  }
}
