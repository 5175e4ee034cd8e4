import type { AccessTokenRecord } from '../domain/access-token.ts'
import type { Unit } from './unit.ts'

/** Stores the platforms' access tokens, sealed, one per app, with the lease of the process that is fetching. */
export interface AccessTokenStore {
  /** The record, empty if there was none; locked until the unit ends. */
  lock(app: { platform: string; appId: string }): Unit<AccessTokenRecord>
  update(record: AccessTokenRecord): Unit<void>
  /** Ends every lease: called at startup for a store that only one process uses. */
  abandonLeases(): Unit<void>
}
