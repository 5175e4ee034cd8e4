import type { StepDay } from '../../domain/payload.ts'
import type { Unit } from '../unit.ts'

/** Stores the steps per person and day. */
export interface StepStore {
  /** The platform's latest figure is stored, even if it is smaller. */
  upsert(personId: string, day: StepDay): Unit<void>
  /** Idempotent. */
  removeOfPerson(personId: string): Unit<void>
  listSince(personId: string, firstDay: string): Unit<StepDay[]>
}
