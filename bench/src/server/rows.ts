import { type Findings, type Goal, type Row, toFigure } from '../findings.ts'
import type { Comparison, Entrant } from './compare.ts'

/** What each of the entrants costs, and how many it answers. */
export function compareRows(name: string, entrants: readonly Entrant[], found: readonly Comparison[]): Row[] {
  return entrants.flatMap(({ contestant }, index) => {
    const { cpuMicros, perSecond } = found[index] as Comparison
    const row = `${name}.${slug(contestant.name)}`
    return [
      { name: `${row}.cpu`, unit: 'µs of CPU a request', ...toFigure(cpuMicros) },
      { name: `${row}.rate`, unit: 'requests a second', ...toFigure(perSecond) },
    ]
  })
}

/** Round by round: what the other paid for a request, divided by what ours did. */
export function ratioOf(other: Comparison | undefined, ours: Comparison | undefined) {
  if (!other || !ours) throw new RangeError('nothing to compare')
  return toFigure(ours.cpuMicros.map((micros, round) => (other.cpuMicros[round] ?? Number.NaN) / micros))
}

export const atLeast = (wanted: string, floor: number, measured: number): Goal => ({
  wanted: `${wanted} ≥ ${floor}`,
  measured,
  reached: measured >= floor,
})

export const atMost = (wanted: string, ceiling: number, measured: number): Goal => ({
  wanted: `${wanted} ≤ ${ceiling}`,
  measured,
  reached: measured <= ceiling,
})

export const merge = (...parts: readonly Findings[]): Findings => ({
  rows: parts.flatMap(({ rows }) => rows),
  ratios: Object.assign({}, ...parts.map(({ ratios }) => ratios)),
  goals: parts.flatMap(({ goals = [] }) => goals),
})

const slug = (text: string) => text.replaceAll(/[^\w]+/g, '-').toLowerCase()
