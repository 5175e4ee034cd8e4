import { isSeveral, statementsOf, type Unit } from '../ports/unit.ts'

type Results<Units extends readonly Unit<unknown>[]> = {
  [Index in keyof Units]: Units[Index] extends Unit<infer Result> ? Result : never
}

/**
 * Runs independent units concurrently: the statements that they issue at the same time are sent to the store together,
 * so that a remote database costs one round trip instead of several. For writes only: reads have no transaction, so
 * each statement would take a connection of its own.
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
