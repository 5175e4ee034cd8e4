import type { AccessTokenRecord } from '../domain/access-token.ts'
import type { Unit } from './unit.ts'

/** Holds the platforms' access tokens, sealed, one per app, with the lease of whoever is fetching. */
export interface AccessTokenStore {
  /** The record, an empty one where there was none; others cannot change it until the unit ends. */
  lock(app: { platform: string; appId: string }): Unit<AccessTokenRecord>
  update(record: AccessTokenRecord): Unit<void>
  /** Ends every lease: for a store that one process owns, when it starts. */
  abandonLeases(): Unit<void>
}
