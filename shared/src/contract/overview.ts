import { endpoint } from './endpoint.ts'
import type { RegistrationMode } from './web-registration.ts'

export interface TrailSummary {
  id: string
  name: string
  lengthMeters: number
}

export interface OverviewLeader {
  displayName: string
  distanceMeters: number
}

/** Available before login. */
export interface Overview {
  trails: TrailSummary[]
  /** The number of people with a session used since midnight, in the time zone of most trails. */
  activeToday: number
  /** The number of free, connected bikes; `null` where there are no bikes. */
  freeBikes: number | null
  /** At most three, by distance today. */
  topThree: OverviewLeader[]
  registrationMode: RegistrationMode
}

export const getOverview = endpoint<void, Overview>('getOverview', 'GET', '/v1/overview')
