import type { SessionSubject } from './session-broadcast.ts'

/** One statement on its way to the store. Opaque here; only the storage adapter knows what it holds. */
export interface Statement {
  /** By which a database may keep how it is run; absent where it is not run often. */
  readonly name?: string
  readonly sql: string
  readonly parameters: readonly unknown[]
  /** How many of its rows are looked at; absent: all of them. */
  readonly rows?: 'none' | 'first' | undefined
  /** Whose sessions it changes, told from its rows where they have to be; absent where it changes none. */
  readonly changes?: readonly SessionSubject[] | ((rows: readonly unknown[]) => readonly SessionSubject[]) | undefined
}

/** One statement, answered by its rows; or several that go out as one, answered by the rows of each. */
export type Asked = Statement | readonly Statement[]

// TypeScript's own `Array.isArray` knows no read-only ones.
export const isSeveral = (asked: Asked): asked is readonly Statement[] => Array.isArray(asked)

export const statementsOf = (asked: Asked): readonly Statement[] => (isSeveral(asked) ? asked : [asked])

/**
 * A unit of work: a generator that yields statements and receives their rows. Written once, it is run synchronously
 * inside the embedded store's grouped transaction, or asynchronously in a transaction of its own on PostgreSQL.
 * It may be run again, after a conflict or because another of its group failed, so it must have no effect but its
 * statements and its result.
 */
export type Unit<T> = Generator<Asked, T, readonly unknown[]>
