import { endpointAt, reportDevice } from '@trailpass/shared'
import type { Addresses } from './addresses.ts'
import type { SeededBike } from './seed-store.ts'

/** Opens H5 as a phone does that has scanned the code. */
export const scanUrl = (h5: string, code: string): string =>
  `${h5}/?scene=${encodeURIComponent(code)}#/pages/home/index`

/** Puts the bikes on the simulator's page, from where they report to the BFF. Says which of them cannot. */
export async function registerBikes(
  { simulator, bff, h5 }: Addresses,
  bikes: readonly SeededBike[],
  say: (line: string) => void,
): Promise<void> {
  for (const { id, number, code, reportKey } of bikes) {
    const { path } = endpointAt(reportDevice, { id })
    const bike = { id, number, code, key: reportKey, reportUrl: `${bff}${path}`, scanUrl: scanUrl(h5, code) }
    const response = await fetch(`${simulator}/_sim/bikes`, { method: 'POST', body: JSON.stringify(bike) })
    const { problem, error = problem } = (await response.json()) as { problem?: string | null; error?: string }
    if (error) say(`bike ${number} does not report: ${error}`)
  }
}
