import type { Report } from './to-report.ts'
import { asFigure, asSpread } from './words.ts'

const begin = '<!-- results: written by bench -->'
const end = '<!-- end of results -->'

/** The page with new results in the place of the old ones. Throws when the page has no place for them. */
export function putResults(page: string, results: string): string {
  const from = page.indexOf(begin)
  const to = page.indexOf(end)
  if (from < 0 || to < from) throw new Error('the page has no place for results')
  return `${page.slice(0, from)}${begin}\n\n${results}\n\n${page.slice(to)}`
}

export function resultsText({ measuredAt, machine, versions, ratios, goals, rows }: Report): string {
  const { cores, cpu, memoryGigabytes, system } = machine
  const named = Object.entries(versions).map(([name, version]) => `${name} ${version}`)
  return [
    `${measuredAt.slice(0, 10)}, ${cores} cores (${cpu}), ${memoryGigabytes} GB, ${system}; ${named.join(', ')}.`,
    table(
      ['goal', 'measured', ''],
      goals.map(({ wanted, measured, reached }) => [
        wanted,
        asFigure(measured),
        reached ? 'reached' : '**not reached**',
      ]),
    ),
    table(
      ['CPU of the other divided by ours', 'median (smallest to largest)'],
      Object.entries(ratios).map(([name, ratio]) => [`\`${name}\``, asSpread(ratio)]),
    ),
    table(
      ['measured', 'median (smallest to largest)', 'unit'],
      rows.map((row) => [`\`${row.name}\``, asSpread(row), `${row.unit}${row.note ? `; ${row.note}` : ''}`]),
    ),
  ].join('\n\n')
}

function table(head: readonly string[], lines: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...lines.map(line)].join('\n')
}
