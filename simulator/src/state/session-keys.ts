import { randomBytes } from 'node:crypto'
import type { App } from './apps.ts'
import type { Clock } from './clock.ts'
import type { Person } from './people.ts'
import type { Settings } from './settings.ts'

/** One session_key per app and person. */
export interface SessionKeys {
  /** `wx.login`: the current key if it is young enough and valid, otherwise a new one. */
  refresh(app: App, person: Person): string
  /** The current key; use extends its life. */
  find(app: App, person: Person): string | undefined
  /** A new key with the remaining life of the old one. */
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
