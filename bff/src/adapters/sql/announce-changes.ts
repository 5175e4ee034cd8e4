import type { SessionSubject } from '../../ports/session-broadcast.ts'
import type { Store } from '../../ports/store.ts'
import type { Unit } from '../../ports/unit.ts'

/** A prepared statement with whose sessions it changes, told from its rows. */
export function* changing<Row>(
  statement: Unit<Row[]>,
  subjects: (rows: readonly Row[]) => readonly SessionSubject[],
): Unit<Row[]> {
  let step = statement.next([])
  while (!step.done) {
    const subjectsOf = subjects as (rows: readonly unknown[]) => readonly SessionSubject[]
    step = statement.next(yield { ...step.value, subjectsOf })
  }
  return step.value
}

/** The same store, which has every change of a session announced between its commit and the answer for it. */
export function announceChanges(store: Store, announce: (subjects: readonly SessionSubject[]) => Promise<void>): Store {
  return {
    ...store,
    async write(unit, options) {
      let changed: SessionSubject[] = []
      const value = await store.write(() => {
        // A unit that is run again after a conflict changed nothing before.
        changed = []
        return collect(unit(), changed)
      }, options)
      await announce(changed)
      return value
    },
  }
}

function* collect<T>(unit: Unit<T>, changed: SessionSubject[]): Unit<T> {
  let step = unit.next([])
  while (!step.done) {
    const rows = yield step.value
    changed.push(...(step.value.subjectsOf?.(rows) ?? []))
    step = unit.next(rows)
  }
  return step.value
}
