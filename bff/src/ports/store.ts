import type { Unit } from './unit.ts'

export interface WriteOptions {
  /** The unit has at most one statement, which is atomic by itself, so no transaction is needed. */
  single?: boolean
}

export interface Store {
  /**
   * Runs a unit atomically. Resolves once it is durable. Rejects with what the unit threw (nothing is kept),
   * or with AppError `storage.unavailable`.
   */
  write<T>(unit: () => Unit<T>, options?: WriteOptions): Promise<T>
  /** Runs statements that only read; each sees what was durable when it ran. Rejects like `write`. */
  read<T>(unit: () => Unit<T>): Promise<T>
  /**
   * After an erasure: also purges the removed data from the files, where that is the store's task. A database server
   * does so by itself in time.
   */
  scrub(): Promise<void>
  /** Rejects with AppError `storage.unavailable` unless the store answers. */
  ping(): Promise<void>
  /** Finishes the writes under way, then lets go of the store. */
  close(): Promise<void>
}
