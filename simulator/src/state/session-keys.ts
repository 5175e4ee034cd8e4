import { randomBytes } from 'node:crypto'
import type { App } from './apps.ts'
import type { Clock } from './clock.ts'
import type { Person } from './people.ts'
import type { Settings } from './settings.ts'

/** One session_key per app and person. */
export interface SessionKeys {
  /** `wx.login`: the key at hand when it is young or alive enough, a new one otherwise. */
  refresh(app: App, person: Person): string
  /** The live key; asking prolongs it. */
  find(app: App, person: Person): string | undefined
  /** A new key that inherits what was left of the old one's life. */
  replace(app: App, person: Person): string | undefined
}

export function createSessionKeys(clock: Clock, settings: Settings): SessionKeys {
  const records = new Map<string, { key: string; createdAt: number; usedAt: number }>()
  const slot = (app: App, person: Person) => `${app.appId}\n${person.id}`
  const createKey = () => randomBytes(16).toString('base64')

  function findLive(app: App, person: Person) {
    const record = records.get(slot(app, person))
    return record !== undefined && clock.now() - record.usedAt < settings.sessionKeyIdleMs ? record : undefined
  }

  return {
    refresh(app, person) {
      const now = clock.now()
      const live = findLive(app, person)
      if (live !== undefined && now - live.createdAt < settings.sessionKeyMinimumMs) {
        live.usedAt = now
        return live.key
      }
      const key = createKey()
      records.set(slot(app, person), { key, createdAt: now, usedAt: now })
      return key
    },
    find(app, person) {
      const live = findLive(app, person)
      if (live !== undefined) live.usedAt = clock.now()
      return live?.key
    },
    replace(app, person) {
      const live = findLive(app, person)
      if (live === undefined) return undefined
      live.key = createKey()
      return live.key
    },
  }
}
