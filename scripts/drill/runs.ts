import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Machine } from '../lib/machine.ts'
import { inRepository } from '../lib/repository.ts'
import type { Drill } from './drills.ts'

/** One run of a drill, kept or not. */
export interface Run extends Pick<Drill, 'promise' | 'subject' | 'figures'> {
  /** `null` where nothing is drawn at random. */
  seed: number | null
  isKept: boolean
  /** The names of the tests that failed. */
  failed: string[]
  /** The cause of a failure, once found; written by hand. */
  cause?: string
  measured: Record<string, string>
  seconds: number
  /** ISO 8601, to the minute. */
  at: string
  /** The commit that was tested; the first runs did not record it. */
  commit?: string
  machine: Machine
  /** How many programs wanted a core when it began, in the mean of the last minute. */
  load: number
}

const runsFile = inRepository('docs', 'promises.json')

export const readRuns = (): Run[] => (existsSync(runsFile) ? (JSON.parse(readFileSync(runsFile, 'utf8')) as Run[]) : [])

export function recordRun(run: Run): void {
  const lines = [...readRuns(), run].map((each) => JSON.stringify(each))
  writeFileSync(runsFile, `[\n${lines.join(',\n')}\n]\n`)
}
