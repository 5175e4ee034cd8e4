import type { Overview, RegistrationMode } from '@trailpass/shared'
import { dayOf, startOfDay } from '../../domain/day.ts'
import { silenceMs } from '../../domain/trail/device.ts'
import { everywhere, standingPeriod } from '../../domain/trail/standing.ts'
import { commonTimeZone } from '../../domain/trail/trail.ts'
import type { Clock } from '../../ports/clock.ts'
import type { SessionStore } from '../../ports/session-store.ts'
import type { Store } from '../../ports/store.ts'
import type { DeviceStore } from '../../ports/trail/device-store.ts'
import type { StandingStore } from '../../ports/trail/standing-store.ts'
import type { TrailStore } from '../../ports/trail/trail-store.ts'
import { presentAppearance } from '../present-user.ts'

/** People are counted at most this often, however often the overview is requested. */
const freshMs = 5000

export interface OverviewService {
  /** Available before login. */
  get(): Promise<Overview>
  /** Invalidates the cached overview. */
  forget(): void
}

export function createOverviewService(deps: {
  store: Store
  trails: TrailStore
  sessions: SessionStore
  devices: DeviceStore
  standings: StandingStore
  clock: Clock
  registrationMode: RegistrationMode
}): OverviewService {
  const { store, trails, sessions, devices, standings, clock, registrationMode } = deps
  let cached: { overview: Promise<Overview>; at: number } | undefined

  const load = (now: number) =>
    store.read<Overview>(function* () {
      const known = yield* trails.list()
      const timeZone = commonTimeZone(known)
      const today = standingPeriod('today', dayOf(new Date(now), timeZone))
      const leaders = yield* standings.listTop(everywhere, today, 3)
      return {
        trails: known.map(({ id, name, lengthMeters }) => ({ id, name, lengthMeters })),
        activeToday: yield* sessions.countPeopleSeenSince(startOfDay(new Date(now), timeZone)),
        freeBikes: (yield* devices.list()).length > 0 ? yield* devices.countFree(new Date(now - silenceMs)) : null,
        topThree: leaders.map((leader) => ({
          displayName: presentAppearance(leader).displayName,
          distanceMeters: Math.round(leader.distanceMillimeters / 1000),
        })),
        registrationMode,
      }
    })

  return {
    get() {
      const now = clock.now().getTime()
      // A clock that is set back must not extend the cache.
      if (!cached || Math.abs(now - cached.at) >= freshMs) {
        const overview = load(now)
        cached = { overview, at: now }
        overview.catch(() => {
          cached = undefined
        })
      }
      return cached.overview
    },
    forget() {
      cached = undefined
    },
  }
}
