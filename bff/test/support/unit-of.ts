import type { Unit } from '../../src/ports/unit.ts'

/** A unit that needs no statement to come to its value. */
export function* unitOf<T>(value: T): Unit<T> {
  yield* []
  return value
}
