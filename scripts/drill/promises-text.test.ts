import { expect, it } from 'vitest'
import { promisesText } from './promises-text.ts'
import type { Run } from './runs.ts'

const promised = [{ number: 7, words: 'keys hold', asked: 'all of 3' }]
const drill = { promise: 7, subject: 'keys', file: 'keys.test.ts', figures: { keys: 3 } }
const machine = { cores: 2, memoryGb: 24, node: '20.19.0', postgres: '15', redis: '7' }
const kept: Run = {
  ...{ promise: 7, subject: 'keys', figures: { keys: 3 }, seed: 5, isKept: true, failed: [] },
  ...{ measured: { slowest: '2 ms' }, seconds: 1.5, at: '2026-11-25T10:00Z', machine, load: 1 },
}
const missed: Run = {
  ...{ ...kept, isKept: false, failed: ['none | is lost'], cause: 'A key too few.' },
  at: '2026-11-24T10:00Z',
}
const rowOf = (runs: Run[], drills = [drill]) =>
  promisesText(promised, drills, runs)
    .split('\n')
    .find((line) => line.startsWith('| 7 |'))

it('says what was run, what came of it and when', () => {
  expect(rowOf([missed, kept])).toBe(
    '| 7 | keys hold | all of 3 | keys at 3 keys: 1.5 s, seed 5, slowest 2 ms; last run kept | kept | 2026-11-25 |',
  )
})

it('counts the runs that kept since the last that did not', () => {
  expect(rowOf([kept, missed, kept, kept])).toContain('; last 2 runs kept |')
})

it('says that a promise is not kept when the last run of any of its drills was not', () => {
  expect(rowOf([kept, missed])).toContain('| NOT KEPT |')
  const other = { ...drill, subject: 'locks' }
  expect(rowOf([kept, { ...missed, subject: 'locks' }], [drill, other])).toContain('| NOT KEPT |')
})

it('says when the machine had other work', () => {
  expect(rowOf([{ ...kept, load: 5 }])).toContain('1.5 s, seed 5, beside a load of 5, slowest 2 ms')
})

it('shows nothing by a run at other figures, of another drill, or by none', () => {
  expect(rowOf([])).toContain('keys at 3 keys: no run yet | not shown')
  expect(rowOf([{ ...kept, figures: { keys: 2 } }])).toContain('| not shown')
  expect(rowOf([kept], [drill, { ...drill, subject: 'locks' }])).toContain('| not shown')
  expect(rowOf([], [])).toContain('| not shown: no drill |')
})

it('keeps a list of what was not kept', () => {
  expect(promisesText(promised, [drill], [missed, kept])).toContain(
    '| 2026-11-24 | 7 | keys at 3 keys, seed 5, beside a load of 1 | none \\| is lost | A key too few. |',
  )
})
