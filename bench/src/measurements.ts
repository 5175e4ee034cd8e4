import { clientMeasurements } from './client/index.ts'
import type { Measurement } from './findings.ts'
import type { BenchOptions } from './options.ts'
import { growth } from './server/growth.ts'
import { loginMeasurements } from './server/login.ts'
import { startMeasurement } from './server/start.ts'
import { stormMeasurements } from './server/storms.ts'
import { userInfoMeasurements } from './server/userinfo.ts'

export const measurements = (options: BenchOptions): Measurement[] => [
  ...loginMeasurements(options),
  ...userInfoMeasurements(options),
  ...stormMeasurements(options),
  growth,
  startMeasurement,
  ...clientMeasurements,
]

/** Those whose name begins with one of the prefixes, or that such a prefix is about. */
export function choose(all: readonly Measurement[], only: string | undefined): Measurement[] {
  const prefixes = only?.split(',').filter(Boolean)
  if (!prefixes) return [...all]
  return all.filter(({ name }) => prefixes.some((prefix) => name.startsWith(prefix) || prefix.startsWith(`${name}.`)))
}
