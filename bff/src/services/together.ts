import type { Statement, Unit } from '../ports/unit.ts'

type Results<Units extends readonly Unit<unknown>[]> = {
  [Index in keyof Units]: Units[Index] extends Unit<infer Result> ? Result : never
}

/**
 * Runs units side by side of which none needs what another comes to: what they ask at one time goes to the store as
 * one. A database on another machine is then waited for once instead of once each.
 */
export function* together<const Units extends readonly Unit<unknown>[]>(...units: Units): Unit<Results<Units>> {
  const steps = units.map((unit) => unit.next([]))
  for (;;) {
    const asked = steps.map(({ done, value }) => (done ? [] : ([value].flat() as Statement[])))
    if (steps.every(({ done }) => done)) return steps.map(({ value }) => value) as Results<Units>
    const answers = (yield asked.flat()) as readonly unknown[][]
    let taken = 0
    units.forEach((unit, index) => {
      const { done, value } = steps[index] as IteratorResult<unknown>
      const own = answers.slice(taken, taken + (asked[index] as Statement[]).length)
      taken += own.length
      if (!done) steps[index] = unit.next(Array.isArray(value) ? own : (own[0] as unknown[]))
    })
  }
}
