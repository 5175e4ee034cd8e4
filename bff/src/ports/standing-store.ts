import type { Standing } from '../domain/standing.ts'
import type { Unit } from './unit.ts'

/** Holds how far each person came on a trail, or `everywhere`, in a period (`standingPeriod`). Rankings read it by index. */
export interface StandingStore {
  add(trailId: string, period: string, personId: string, millimeters: number): Unit<void>
  /** The farthest first; of equals, the person with the later id. */
  listTop(trailId: string, period: string, limit: number): Unit<Standing[]>
  find(trailId: string, period: string, personId: string): Unit<Standing | undefined>
  /** How many stand before this one. */
  countBefore(trailId: string, period: string, standing: Standing): Unit<number>
}
