import type { SessionSubject } from './session-broadcast.ts'

/** One statement on its way to the store. Opaque here; only the storage adapter knows what it holds. */
export interface Statement {
  /** The prepared statement name; absent for statements that are not run often. */
  readonly name?: string
  readonly sql: string
  readonly parameters: readonly unknown[]
  /** How many of its rows are used; absent: all of them. */
  readonly rows?: 'none' | 'first' | undefined
  /** Whose sessions it changes, derived from its rows if necessary; absent if it changes none. */
  readonly changes?: readonly SessionSubject[] | ((rows: readonly unknown[]) => readonly SessionSubject[]) | undefined
}

/** One statement, answered by its rows; or several that are sent together, answered by the rows of each. */
export type Asked = Statement | readonly Statement[]

// TypeScript's `Array.isArray` does not narrow to read-only arrays.
export const isSeveral = (asked: Asked): asked is readonly Statement[] => Array.isArray(asked)

export const statementsOf = (asked: Asked): readonly Statement[] => (isSeveral(asked) ? asked : [asked])

/**
 * A unit of work: a generator that yields statements and receives their rows. It is run synchronously inside the
 * embedded store's group commit, or asynchronously in its own transaction on PostgreSQL. It may be run again, after a
 * conflict or because another unit of its group failed, so it must have no side effects besides its statements and its
 * result.
 */
export type Unit<T> = Generator<Asked, T, readonly unknown[]>
