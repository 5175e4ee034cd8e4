import type { AccountSummary, UserExport } from '@trailpass/shared'
import type { Person } from '../domain/person.ts'
import type { Unit } from './unit.ts'

/** What a product holds of a person, in the person's export. */
export type ProductExport = Pick<UserExport, 'rides' | 'standings' | 'steps' | 'scans'>

/** By what its owner tells one account from another. */
export type ProductSummary = Pick<AccountSummary, 'rides' | 'distanceMeters'>

/**
 * The product that stands on sign-in and accounts: all these know of it. What hangs on a person by a foreign key is
 * moved and erased without it.
 */
export interface Product {
  /** Settles what only one account can have, while both are locked and before everything moves to `into`. */
  beforeJoin(from: Person, into: Person): Unit<void>
  /** Follows a change of the person: rankings name whom `person.ranked` lets them. */
  personChanged(person: Person): Unit<void>
  /** What anybody may see was made with names and faces that are no longer right. */
  forgetOverview(): void
  /** The platform took back what it had told of somebody's steps. Idempotent. */
  forgetSteps(personId: string): Unit<void>
  summarize(personId: string): Unit<ProductSummary>
  exportOf(personId: string): Unit<ProductExport>
  /** Forgets what has expired. */
  sweep(): Unit<void>
}
