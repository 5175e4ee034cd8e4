import type { AccountSummary, UserExport } from '@trailpass/shared'
import type { Person } from '../domain/person.ts'
import type { Unit } from './unit.ts'

/** A product's part of a person's export. */
export type ProductExport = Pick<UserExport, 'rides' | 'standings' | 'steps' | 'scans'>

/** What lets the owner distinguish two accounts. */
export type ProductSummary = Pick<AccountSummary, 'rides' | 'distanceMeters'>

/**
 * The interface between the sign-in kernel and the product. Rows that refer to a person by a foreign key are moved and
 * erased without it.
 */
export interface Product {
  /** Resolves conflicts that would prevent a merge, while both are locked and before their data moves to `into`. */
  beforeJoin(from: Person, into: Person): Unit<void>
  /** Called after a change of the person: rankings show those whom `person.ranked` allows. */
  personChanged(person: Person): Unit<void>
  /** Invalidates public data that contains outdated names or faces. */
  forgetOverview(): void
  /** Removes steps whose authorisation the platform withdrew. Idempotent. */
  forgetSteps(personId: string): Unit<void>
  summarize(personId: string): Unit<ProductSummary>
  exportOf(personId: string): Unit<ProductExport>
  /** Forgets what has expired. */
  sweep(): Unit<void>
}
