import { randomBytes } from 'node:crypto'
import type { App } from './apps.ts'
import type { Clock } from './clock.ts'
import type { Person } from './people.ts'

const lifetimeMs = 5 * 60_000
// A used code is remembered far longer than it is valid: WeChat keeps answering "been used".
const memoryMs = 24 * 3_600_000

/** The meaning of a code. `scope` belongs to the web sign-in only. */
export interface Grant {
  /** `anonymous`: Douyin's code for a phone whose person is not signed in to Douyin. */
  kind: 'login' | 'oauth' | 'phone' | 'anonymous'
  app: App
  person: Person
  scope?: string
}

type Redemption = { outcome: 'granted'; grant: Grant } | { outcome: 'invalid' | 'used' }

export interface OneTimeCodes {
  issue(grant: Grant): string
  /** A code of another app or kind is invalid, and is not used up. */
  redeem(kind: Grant['kind'], app: App, code: string): Redemption
}

export function createOneTimeCodes(clock: Clock): OneTimeCodes {
  const issued = new Map<string, { grant: Grant; issuedAt: number; isUsed: boolean }>()

  // A Map keeps insertion order, so the oldest entries come first.
  function forgetOld() {
    for (const [code, { issuedAt }] of issued) {
      if (clock.now() - issuedAt < memoryMs) return
      issued.delete(code)
    }
  }

  return {
    issue(grant) {
      forgetOld()
      const code = `0${randomBytes(24).toString('base64url').slice(0, 31)}`
      issued.set(code, { grant, issuedAt: clock.now(), isUsed: false })
      return code
    },
    redeem(kind, app, code) {
      const entry = issued.get(code)
      if (entry === undefined || entry.grant.kind !== kind || entry.grant.app !== app) return { outcome: 'invalid' }
      if (entry.isUsed) return { outcome: 'used' }
      if (clock.now() - entry.issuedAt >= lifetimeMs) return { outcome: 'invalid' }
      entry.isUsed = true
      return { outcome: 'granted', grant: entry.grant }
    },
  }
}
