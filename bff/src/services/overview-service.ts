import type { Overview } from '@trailpass/shared'
import type { Clock } from '../ports/clock.ts'
import type { SessionStore } from '../ports/session-store.ts'
import type { TrailStore } from '../ports/trail-store.ts'
import type { Store } from '../ports/unit.ts'

const chinaOffsetMs = 8 * 3_600_000 // no daylight saving
const dayMs = 86_400_000
/** Anybody may ask as often as they like; the people are counted at most this often. */
const freshMs = 5000

export interface OverviewService {
  /** What anybody may see before logging in. */
  get(): Promise<Overview>
}

export function createOverviewService(deps: {
  store: Store
  trails: TrailStore
  sessions: SessionStore
  clock: Clock
}): OverviewService {
  const { store, trails, sessions, clock } = deps
  let cached: { overview: Promise<Overview>; at: number } | undefined

  const load = (now: number) =>
    store.read<Overview>(function* () {
      const midnight = new Date(now - ((now + chinaOffsetMs) % dayMs))
      return {
        trails: yield* trails.list(),
        activeToday: yield* sessions.countPeopleSeenSince(midnight),
        // No bike reports here, and nobody has ridden: nothing is claimed about either.
        freeBikes: null,
        topThree: [],
      }
    })

  return {
    get() {
      const now = clock.now().getTime()
      if (!cached || now - cached.at >= freshMs) {
        const overview = load(now)
        cached = { overview, at: now }
        overview.catch(() => {
          cached = undefined
        })
      }
      return cached.overview
    },
  }
}
