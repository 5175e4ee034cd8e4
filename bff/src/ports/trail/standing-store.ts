import type { Standing, StandingPlace } from '../../domain/trail/standing.ts'
import type { Unit } from '../unit.ts'

export interface PersonStanding {
  trailId: string
  period: string
  distanceMillimeters: number
}

/**
 * Stores each person's distance on a trail, or `everywhere`, in a period (`standingPeriod`). Rankings read it by index.
 */
export interface StandingStore {
  /** Adds to the person's distance in each of the places, with the person's visibility. */
  add(places: readonly StandingPlace[], personId: string, millimeters: number): Unit<void>
  /** Sets the person's visibility in all rankings; the caller has locked the person. */
  show(personId: string, shown: boolean): Unit<void>
  /** The visible rows, by descending distance; in a tie, the person with the later id first. */
  listTop(trailId: string, period: string, limit: number): Unit<Standing[]>
  find(trailId: string, period: string, personId: string): Unit<Standing | undefined>
  listOfPerson(personId: string): Unit<PersonStanding[]>
  /** The number of visible rows ahead of this one. */
  countBefore(trailId: string, period: string, standing: Standing): Unit<number>
}
