import type { Standing, StandingPlace } from '../../domain/trail/standing.ts'
import type { Unit } from '../unit.ts'

export interface PersonStanding {
  trailId: string
  period: string
  distanceMillimeters: number
}

/** Holds how far each person came on a trail, or `everywhere`, in a period (`standingPeriod`). Rankings read it by index. */
export interface StandingStore {
  /** Counts for a person in each of the places, shown or not as the person wants it. */
  add(places: readonly StandingPlace[], personId: string, millimeters: number): Unit<void>
  /** Shows the person in all rankings or in none; the caller has locked the person. */
  show(personId: string, shown: boolean): Unit<void>
  /** Those who are shown, the farthest first; of equals, the person with the later id. */
  listTop(trailId: string, period: string, limit: number): Unit<Standing[]>
  find(trailId: string, period: string, personId: string): Unit<Standing | undefined>
  listOfPerson(personId: string): Unit<PersonStanding[]>
  /** How many of those who are shown stand before this one. */
  countBefore(trailId: string, period: string, standing: Standing): Unit<number>
}
