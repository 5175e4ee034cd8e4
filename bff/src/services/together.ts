import { isSeveral, statementsOf, type Unit } from '../ports/unit.ts'

type Results<Units extends readonly Unit<unknown>[]> = {
  [Index in keyof Units]: Units[Index] extends Unit<infer Result> ? Result : never
}

/**
 * Runs units side by side of which none needs what another comes to: what they ask at one time goes to the store as
 * one. A database on another machine is then waited for once instead of once each. For writes: a read has no
 * transaction, so that each statement would take a connection.
 */
export function* together<const Units extends readonly Unit<unknown>[]>(...units: Units): Unit<Results<Units>> {
  const steps = units.map((unit) => unit.next([]))
  while (steps.some(({ done }) => !done)) {
    const asked = steps.flatMap((step) => (step.done ? [] : statementsOf(step.value)))
    const answers = [...((yield asked) as readonly unknown[][])]
    for (const [index, step] of steps.entries()) {
      if (step.done) continue
      const own = answers.splice(0, statementsOf(step.value).length)
      steps[index] = (units[index] as Unit<unknown>).next(isSeveral(step.value) ? own : (own[0] as unknown[]))
    }
  }
  return steps.map(({ value }) => value) as Results<Units>
}
