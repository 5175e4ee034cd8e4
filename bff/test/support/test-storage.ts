import type { SqlStores } from '../../src/adapters/sql/sql-stores.ts'

/** An empty place to store in, for one test. */
export interface TestStorage {
  /** What makes a BFF use it. */
  env: { DATA_DIR: string; DATABASE_URL?: string; REDIS_URL?: string; REDIS_PREFIX?: string }
  /** The stores beside the BFF; the embedded ones can be had only while no BFF runs. */
  open(): Promise<SqlStores>
  /** Keeps the store from answering until the returned function is called. */
  interrupt(): Promise<() => Promise<void>>
  remove(): Promise<void>
}
