import type { SessionSubject } from '../../ports/session-broadcast.ts'
import type { Store } from '../../ports/store.ts'
import { isSeveral, type Statement, type Unit } from '../../ports/unit.ts'

/** Wraps the store so that every change of a session is broadcast between its commit and the response. */
export function announceChanges(store: Store, announce: (subjects: readonly SessionSubject[]) => Promise<void>): Store {
  return {
    ...store,
    async write(unit, options) {
      let changed: SessionSubject[] = []
      const value = await store.write(() => {
        // A unit that is run again has not changed anything yet.
        changed = []
        return collect(unit(), changed)
      }, options)
      await announce(changed)
      return value
    },
  }
}

function* collect<T>(unit: Unit<T>, changed: SessionSubject[]): Unit<T> {
  const note = ({ changes }: Statement, rows: readonly unknown[]) => {
    if (changes) changed.push(...(typeof changes === 'function' ? changes(rows) : changes))
  }
  let step = unit.next([])
  while (!step.done) {
    const asked = step.value
    const answer = yield asked
    if (isSeveral(asked)) for (const [index, each] of asked.entries()) note(each, answer[index] as unknown[])
    else note(asked, answer)
    step = unit.next(answer)
  }
  return step.value
}
