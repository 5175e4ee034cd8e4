import { readFileSync, writeFileSync } from 'node:fs'
import { inRepository } from '../../../scripts/lib/repository.ts'
import { drawChart } from './draw-chart.ts'
import { putResults, resultsText } from './results-text.ts'
import type { Report } from './to-report.ts'

/** Puts the results into the page that explains them, and draws them. Answers what was written. */
export function saveReport(report: Report): string[] {
  const page = inRepository('docs', 'performance.md')
  const chart = inRepository('docs', 'performance.svg')
  writeFileSync(page, putResults(readFileSync(page, 'utf8'), resultsText(report)))
  writeFileSync(chart, drawChart(report.rows))
  return [page, chart]
}
