import type { Leaderboard, LeaderboardPeriod, LeaderboardRow, SportRange, SportSummary } from '@trailpass/shared'
import { AppError } from '../../domain/app-error.ts'
import { asSeenByOneself } from '../../domain/content.ts'
import { dayOf, daysUntil } from '../../domain/day.ts'
import type { Caller } from '../../domain/session.ts'
import { aboveAllRides, energyKcal } from '../../domain/trail/ride.ts'
import { type Standing, standingPeriod } from '../../domain/trail/standing.ts'
import { commonTimeZone } from '../../domain/trail/trail.ts'
import type { Clock } from '../../ports/clock.ts'
import type { PendingContentStore } from '../../ports/pending-content-store.ts'
import type { PersonStore } from '../../ports/person-store.ts'
import type { Store } from '../../ports/store.ts'
import type { DayTotal, RideStore } from '../../ports/trail/ride-store.ts'
import type { StandingStore } from '../../ports/trail/standing-store.ts'
import type { StepStore } from '../../ports/trail/step-store.ts'
import type { TrailStore } from '../../ports/trail/trail-store.ts'
import type { Unit } from '../../ports/unit.ts'
import { presentAppearance } from '../present-user.ts'

const dayCounts: Record<SportRange, number> = { today: 1, '7d': 7, '31d': 31 }
/** The daily goal. */
const goalMeters = 5000
const leaderboardLength = 50

export interface SportService {
  /** Days use the time zone of the trail ridden last. */
  summarize(caller: Caller, range: SportRange): Promise<SportSummary>
  /** The same within the caller's transaction. */
  summaryOf(personId: string, range: SportRange): Unit<SportSummary>
  /** Throws `request.not_found` for an unknown trail. */
  rank(caller: Caller, trailId: string, period: LeaderboardPeriod): Promise<Leaderboard>
}

export function createSportService(deps: {
  store: Store
  rides: RideStore
  standings: StandingStore
  trails: TrailStore
  steps: StepStore
  people: PersonStore
  pendingContent: PendingContentStore
  clock: Clock
}): SportService {
  const { store, rides, standings, trails, steps, people, pendingContent, clock } = deps

  function* timeZoneOf(personId: string): Unit<string> {
    const [latest] = yield* rides.list(personId, aboveAllRides, 1)
    const known = yield* trails.list()
    return known.find(({ id }) => id === latest?.trailId)?.timeZone ?? commonTimeZone(known)
  }

  function* summaryOf(personId: string, range: SportRange): Unit<SportSummary> {
    const days = daysUntil(dayOf(clock.now(), yield* timeZoneOf(personId)), dayCounts[range])
    const firstDay = days[0] ?? ''
    const totals = yield* rides.sumByDay(personId, firstDay)
    const byDay = new Map(totals.map((total) => [total.day, total]))
    const walked = yield* steps.listSince(personId, firstDay)
    const stepsByDay = new Map(walked.map((each) => [each.day, each.steps]))
    return {
      range,
      totals: {
        ...presentFigures(addUp(totals)),
        steps: walked.length > 0 ? walked.reduce((sum, each) => sum + each.steps, 0) : null,
      },
      days: days.map((date) => ({
        date,
        ...presentFigures(byDay.get(date) ?? addUp([])),
        steps: stepsByDay.get(date) ?? null,
      })),
      goalMeters,
    }
  }

  return {
    summaryOf,
    summarize: ({ personId }, range) => store.read(() => summaryOf(personId, range)),

    rank: (caller, trailId, period) =>
      store.read(function* () {
        const trail = yield* trails.find(trailId)
        if (!trail) throw new AppError('request.not_found')
        const key = standingPeriod(period, dayOf(clock.now(), trail.timeZone))
        const viewer = yield* people.find(caller.personId)
        const self = viewer && asSeenByOneself(viewer, yield* pendingContent.list(viewer.id))
        const present = (standing: Standing, rank: number): LeaderboardRow => ({
          rank,
          ...presentAppearance(standing.personId === self?.id ? self : standing),
          distanceMeters: standing.distanceMillimeters / 1000,
          mine: standing.personId === caller.personId,
        })
        const rows = (yield* standings.listTop(trailId, key, leaderboardLength)).map((standing, index) =>
          present(standing, index + 1),
        )
        const own = yield* standings.find(trailId, key, caller.personId)
        const mine = own?.shown ? present(own, 1 + (yield* standings.countBefore(trailId, key, own))) : null
        return { trailId, period, rows, mine, hidden: viewer?.ranked === false }
      }),
  }
}

type Sums = Omit<DayTotal, 'day'>

const addUp = (totals: readonly Sums[]): Sums =>
  totals.reduce<Sums>(
    (sum, total) => ({
      rides: sum.rides + total.rides,
      movingMs: sum.movingMs + total.movingMs,
      distanceMillimeters: sum.distanceMillimeters + total.distanceMillimeters,
      workMillijoules: sum.workMillijoules + total.workMillijoules,
    }),
    { rides: 0, movingMs: 0, distanceMillimeters: 0, workMillijoules: 0 },
  )

const presentFigures = (sums: Sums) => ({
  distanceMeters: sums.distanceMillimeters / 1000,
  movingSeconds: sums.movingMs / 1000,
  energyKcal: Math.round(energyKcal(sums) * 10) / 10,
  rides: sums.rides,
})
