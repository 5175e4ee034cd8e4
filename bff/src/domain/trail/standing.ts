import type { LeaderboardPeriod } from '@trailpass/shared'
import { mondayOf } from '../day.ts'

/** The ranking periods to which a day's distance is added. */
export function standingPeriod(period: LeaderboardPeriod, day: string): string {
  if (period === 'today') return `day ${day}`
  return period === 'week' ? `week ${mondayOf(day)}` : 'all'
}

/** Stands for all trails together. */
export const everywhere = '*'

export interface StandingPlace {
  trailId: string
  period: string
}

export interface Standing {
  personId: string
  nickname: string | null
  avatarId: string | null
  distanceMillimeters: number
  shown: boolean
}
