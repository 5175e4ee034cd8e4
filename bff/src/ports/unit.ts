import type { SessionSubject } from './session-broadcast.ts'

/** One statement on its way to the store. Opaque here; only the storage adapter knows what it holds. */
export interface Statement {
  readonly sql: string
  readonly parameters: readonly unknown[]
  /** How many of its rows are looked at; absent: all of them. */
  readonly rows?: 'none' | 'first'
  /** Whose sessions it changes, told from its rows; absent where it changes none. */
  readonly subjectsOf?: (rows: readonly unknown[]) => readonly SessionSubject[]
}

/**
 * A unit of work: a generator that yields statements and receives their rows. Written once, it is run synchronously
 * inside the embedded store's grouped transaction, or asynchronously in a transaction of its own on PostgreSQL.
 * It may be run again after a conflict, so it must have no effect but its statements and its result.
 */
export type Unit<T> = Generator<Statement, T, readonly unknown[]>

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
