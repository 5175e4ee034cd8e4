import type Database from 'libsql'
import type { Unit } from '../../ports/unit.ts'

/** Runs a unit's statements on a connection, without yielding to the event loop. */
export type RunUnit = <T>(unit: () => Unit<T>) => T

interface Waiting {
  unit: () => Unit<unknown>
  resolve(value: unknown): void
  reject(error: unknown): void
}

export interface GroupCommit {
  /** Resolves after COMMIT. Rejects with what the unit threw, or what kept the group from committing. */
  enqueue<T>(unit: () => Unit<T>): Promise<T>
  /** Resolves when no unit is waiting. */
  drain(): Promise<void>
}

/**
 * Group commit: all units of one event-loop turn share one transaction and one fsync. If one of several fails, all are
 * run again, each in its own SAVEPOINT, so that a failing unit affects no other. `noteCommit` receives the number of
 * units in each transaction.
 */
export function createGroupCommit(
  database: Database.Database,
  run: RunUnit,
  noteCommit: (units: number) => void = () => {},
): GroupCommit {
  let waiting: Waiting[] = []
  let scheduled = false

  function transact<T>(work: () => T): T {
    database.exec('BEGIN IMMEDIATE')
    try {
      const value = work()
      database.exec('COMMIT')
      return value
    } catch (error) {
      if (database.inTransaction) database.exec('ROLLBACK')
      throw error
    }
  }

  /** If `work` fails, its writes are rolled back, unless the transaction has ended with it. */
  function attempt<T>(work: () => T, otherwise: (error: unknown) => T): T {
    database.exec('SAVEPOINT attempt')
    let value: T
    try {
      value = work()
    } catch (error) {
      if (!database.inTransaction) throw error
      database.exec('ROLLBACK TO attempt')
      value = otherwise(error)
    }
    database.exec('RELEASE attempt')
    return value
  }

  const runOne = ({ unit, resolve }: Waiting) => {
    const value = run(unit)
    return () => resolve(value)
  }
  const runApart = (one: Waiting) =>
    attempt(
      () => runOne(one),
      (error) => () => one.reject(error),
    )
  const runGroup = (group: readonly Waiting[]) =>
    attempt(
      () => group.map(runOne),
      (error) => {
        if (group.length === 1) throw error
        return group.map(runApart)
      },
    )

  function flush() {
    scheduled = false
    const group = waiting
    waiting = []
    let answers: (() => void)[]
    try {
      answers = transact(() => runGroup(group))
    } catch (error) {
      for (const { reject } of group) reject(error)
      return
    }
    noteCommit(group.length)
    for (const answer of answers) answer()
  }

  return {
    enqueue: (unit) =>
      new Promise((resolve, reject) => {
        waiting.push({ unit, resolve: resolve as (value: unknown) => void, reject })
        if (!scheduled) {
          scheduled = true
          setImmediate(flush)
        }
      }),
    async drain() {
      while (scheduled) await new Promise((resolve) => setImmediate(resolve))
    },
  }
}
