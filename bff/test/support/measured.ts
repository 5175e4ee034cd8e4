import { appendFileSync } from 'node:fs'

/** Tells a drill what came of it: in words, with the unit. Of several by one name the last is reported. */
export function measured(name: string, value: string): void {
  const { DRILL_REPORT } = process.env
  if (DRILL_REPORT) appendFileSync(DRILL_REPORT, `${JSON.stringify({ [name]: value })}\n`)
}
