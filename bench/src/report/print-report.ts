import type { Report } from './to-report.ts'
import { asFigure, asSpread } from './words.ts'

/** For a terminal. */
export function printReport({ ratios, goals, rows }: Report): void {
  const width = Math.max(...rows.map(({ name }) => name.length))
  for (const row of rows) console.log(`${row.name.padEnd(width)}  ${asSpread(row)} ${row.unit}`)
  console.log()
  for (const [name, ratio] of Object.entries(ratios)) console.log(`ratio ${name.padEnd(width - 6)}  ${asSpread(ratio)}`)
  console.log()
  for (const { wanted, measured, reached } of goals) {
    console.log(`${reached ? 'reached    ' : 'NOT REACHED'}  ${wanted}: ${asFigure(measured)}`)
  }
}
