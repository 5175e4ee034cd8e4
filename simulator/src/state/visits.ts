import type { App } from './apps.ts'
import type { Clock } from './clock.ts'
import type { Person } from './people.ts'
import type { Settings } from './settings.ts'

const minuteMs = 60_000
const recentMs = 2 * 3_600_000

/** Logins by person and app: the source of the per-minute quota and of "has visited within two hours". */
export interface Visits {
  /** False when this person used up the minute's exchanges. */
  admitLogin(app: App, person: Person): boolean
  isRecent(app: App, person: Person): boolean
}

export function createVisits(clock: Clock, settings: Settings): Visits {
  const visits = new Map<string, { lastAt: number; minuteStartedAt: number; countInMinute: number }>()
  const slot = (app: App, person: Person) => `${app.appId}\n${person.id}`
  return {
    admitLogin(app, person) {
      const now = clock.now()
      const known = visits.get(slot(app, person))
      const isSameMinute = known !== undefined && now - known.minuteStartedAt < minuteMs
      const countInMinute = isSameMinute ? known.countInMinute + 1 : 1
      if (settings.loginsPerMinute > 0 && countInMinute > settings.loginsPerMinute) return false
      visits.set(slot(app, person), {
        lastAt: now,
        minuteStartedAt: isSameMinute ? known.minuteStartedAt : now,
        countInMinute,
      })
      return true
    },
    isRecent(app, person) {
      const visit = visits.get(slot(app, person))
      return visit !== undefined && clock.now() - visit.lastAt < recentMs
    },
  }
}
