import { expect, it } from 'vitest'
import { toFigure } from '../findings.ts'
import { drawChart } from './draw-chart.ts'
import { putResults, resultsText } from './results-text.ts'

const report = {
  measuredAt: '2026-11-25T10:00:00.000Z',
  machine: { cores: 2, cpu: 'a cpu', memoryGigabytes: 24, system: 'linux x64' },
  versions: { node: '20.20.2' },
  ratios: { 'login.embedded': toFigure([0.5, 0.7, 0.6]) },
  goals: [{ wanted: 'login ≥ 0.6', measured: 0.6, reached: true }],
  rows: [
    { name: 'login.embedded.node-http.cpu', unit: 'µs', ...toFigure([50]) },
    { name: 'login.embedded.trailpass-embedded.cpu', unit: 'µs', ...toFigure([100]) },
    { name: 'login.embedded.20ms.node-http.cpu', unit: 'µs', ...toFigure([70]) },
  ],
}

it('says the median and the spread of each figure', () => {
  const text = resultsText(report)
  expect(text).toContain('| `login.embedded` | 0.6 (0.5 to 0.7, 3 runs) |')
  expect(text).toContain('| login ≥ 0.6 | 0.6 | reached |')
})

it('puts results between the marks of a page and leaves the rest alone', () => {
  const page = 'before\n<!-- results: written by bench -->\nold\n<!-- end of results -->\nafter'
  const put = putResults(page, 'fresh')
  expect(put).toMatch(/^before\n.*fresh.*\nafter$/s)
  expect(put).not.toContain('old')
  expect(putResults(put, 'fresh')).toBe(put)
  expect(() => putResults('no place', 'fresh')).toThrow('no place')
})

it('draws a bar a server, as long as what it costs', () => {
  const svg = drawChart(report.rows)
  const lengths = [...svg.matchAll(/<rect [^>]*width="([\d.]+)"/g)].map(([, length]) => Number(length))
  expect(lengths).toEqual([190, 380])
})
