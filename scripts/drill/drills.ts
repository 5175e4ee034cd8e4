/** A promise at its full figure. Its small version is the same test file under `test`. */
export interface Drill {
  promise: number
  subject: string
  file: string
  /** Handed to the test as `DRILL_<NAME>`. */
  figures: Readonly<Record<string, number>>
}

export const drills: readonly Drill[] = [
  {
    promise: 23,
    subject: 'device codes',
    file: 'bff/test/drills/device-codes.test.ts',
    figures: { forgeries: 1_000_000, bikes: 300, revocations: 200 },
  },
  { promise: 28, subject: 'rides', file: 'bff/test/drills/rides.test.ts', figures: { rides: 3_000 } },
]

/** All of them, or the one that `--only` names; `undefined` when there is none of that number. */
export function chooseDrills(only: string | undefined): readonly Drill[] | undefined {
  if (only === undefined) return drills
  const chosen = drills.filter(({ promise }) => String(promise) === only)
  return chosen.length > 0 ? chosen : undefined
}

export const drillEnv = ({ figures }: Drill): Record<string, string> =>
  Object.fromEntries(Object.entries(figures).map(([name, figure]) => [`DRILL_${name.toUpperCase()}`, String(figure)]))

/** What is said of a drill when it is over. */
export function drillLine({ promise, subject, figures }: Drill, kept: boolean, took: string): string {
  const counts = Object.entries(figures).map(([name, figure]) => `${figure.toLocaleString('en-US')} ${name}`)
  return `promise ${promise}, ${subject}: ${kept ? 'kept' : 'NOT KEPT'} at ${counts.join(', ')} (${took})`
}
