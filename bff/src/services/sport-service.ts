import type { Leaderboard, LeaderboardPeriod, LeaderboardRow, SportRange, SportSummary } from '@trailpass/shared'
import { AppError } from '../domain/app-error.ts'
import { dayOf, daysUntil } from '../domain/day.ts'
import { energyKcal } from '../domain/ride.ts'
import type { Caller } from '../domain/session.ts'
import { type Standing, standingPeriod } from '../domain/standing.ts'
import type { Clock } from '../ports/clock.ts'
import type { DayTotal, RideStore } from '../ports/ride-store.ts'
import type { StandingStore } from '../ports/standing-store.ts'
import type { TrailStore } from '../ports/trail-store.ts'
import type { Store } from '../ports/unit.ts'
import { avatarUrl } from './present-user.ts'

const dayCounts: Record<SportRange, number> = { today: 1, '7d': 7, '31d': 31 }
/** What fills a day's ring. */
const goalMeters = 5000
const leaderboardLength = 50

export interface SportService {
  summarize(caller: Caller, range: SportRange): Promise<SportSummary>
  /** Throws `request.not_found` for a trail that is not there. */
  rank(caller: Caller, trailId: string, period: LeaderboardPeriod): Promise<Leaderboard>
}

export function createSportService(deps: {
  store: Store
  rides: RideStore
  standings: StandingStore
  trails: TrailStore
  clock: Clock
}): SportService {
  const { store, rides, standings, trails, clock } = deps

  return {
    summarize: ({ personId }, range) =>
      store.read(function* () {
        const days = daysUntil(dayOf(clock.now()), dayCounts[range])
        const totals = yield* rides.sumByDay(personId, days[0] ?? '')
        const byDay = new Map(totals.map((total) => [total.day, total]))
        return {
          range,
          totals: presentFigures(addUp(totals)),
          days: days.map((date) => ({ date, ...presentFigures(byDay.get(date) ?? addUp([])) })),
          goalMeters,
        }
      }),

    rank: (caller, trailId, period) =>
      store.read(function* () {
        if (!(yield* trails.list()).some((trail) => trail.id === trailId)) throw new AppError('request.not_found')
        const key = standingPeriod(period, dayOf(clock.now()))
        const present = (standing: Standing, rank: number): LeaderboardRow => ({
          rank,
          displayName: standing.displayName,
          avatarUrl: avatarUrl(standing.avatarId),
          distanceMeters: standing.distanceMillimeters / 1000,
          mine: standing.personId === caller.personId,
        })
        const rows = (yield* standings.listTop(trailId, key, leaderboardLength)).map((standing, index) =>
          present(standing, index + 1),
        )
        const own = yield* standings.find(trailId, key, caller.personId)
        const mine = own ? present(own, 1 + (yield* standings.countBefore(trailId, key, own))) : null
        return { trailId, period, rows, mine }
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
