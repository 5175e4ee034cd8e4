import type Database from 'libsql'
import type { Unit } from '../../ports/unit.ts'

/** Runs a unit's statements one after another on a connection, without letting go of the event loop. */
export type RunUnit = <T>(unit: () => Unit<T>) => T

interface Waiting {
  unit: () => Unit<unknown>
  resolve(value: unknown): void
  reject(error: unknown): void
}

export interface GroupCommit {
  /** Resolves after COMMIT. Rejects with what the unit threw, or what kept the group from committing. */
  enqueue<T>(unit: () => Unit<T>): Promise<T>
  /** Resolves once nothing waits. */
  drain(): Promise<void>
}

/**
 * Gives all units of one event-loop turn one transaction and so one fsync, each unit in a SAVEPOINT of its own:
 * a failing one neither takes nor leaves another's writes. `noteCommit` hears how many shared each.
 */
export function createGroupCommit(
  database: Database.Database,
  run: RunUnit,
  noteCommit: (units: number) => void = () => {},
): GroupCommit {
  let waiting: Waiting[] = []
  let scheduled = false

  function flush() {
    scheduled = false
    const group = waiting
    waiting = []
    const answers: (() => void)[] = []
    try {
      database.exec('BEGIN IMMEDIATE')
      for (const { unit, resolve, reject } of group) {
        database.exec('SAVEPOINT unit')
        try {
          const value = run(unit)
          answers.push(() => resolve(value))
        } catch (error) {
          database.exec('ROLLBACK TO unit')
          answers.push(() => reject(error))
        }
        database.exec('RELEASE unit')
      }
      database.exec('COMMIT')
    } catch (error) {
      if (database.inTransaction) database.exec('ROLLBACK')
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
