import type { Overview } from '@trailpass/shared'
import { dayOf } from '../domain/day.ts'
import { silenceMs } from '../domain/device.ts'
import { everywhere, standingPeriod } from '../domain/standing.ts'
import type { Clock } from '../ports/clock.ts'
import type { DeviceStore } from '../ports/device-store.ts'
import type { SessionStore } from '../ports/session-store.ts'
import type { StandingStore } from '../ports/standing-store.ts'
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
  devices: DeviceStore
  standings: StandingStore
  clock: Clock
}): OverviewService {
  const { store, trails, sessions, devices, standings, clock } = deps
  let cached: { overview: Promise<Overview>; at: number } | undefined

  const load = (now: number) =>
    store.read<Overview>(function* () {
      const midnight = new Date(now - ((now + chinaOffsetMs) % dayMs))
      const leaders = yield* standings.listTop(everywhere, standingPeriod('today', dayOf(new Date(now))), 3)
      return {
        trails: (yield* trails.list()).map(({ id, name, lengthMeters }) => ({ id, name, lengthMeters })),
        activeToday: yield* sessions.countPeopleSeenSince(midnight),
        freeBikes: (yield* devices.list()).length > 0 ? yield* devices.countFree(new Date(now - silenceMs)) : null,
        topThree: leaders.map(({ displayName, distanceMillimeters }) => ({
          displayName,
          distanceMeters: Math.round(distanceMillimeters / 1000),
        })),
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
