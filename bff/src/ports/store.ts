import type { Unit } from './unit.ts'

export interface WriteOptions {
  /** The unit has one statement at the most, which is atomic by itself: it needs no transaction around it. */
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
   * After an erasure: takes what was removed out of the files too, where that is the store's to do. A database server
   * does so by itself in time.
   */
  scrub(): Promise<void>
  /** Rejects with AppError `storage.unavailable` unless the store answers. */
  ping(): Promise<void>
  /** Finishes the writes under way, then lets go of the store. */
  close(): Promise<void>
}
