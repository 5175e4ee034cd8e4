import type { Figure } from './findings.ts'

/** About half of what `--small` measures, since machines differ and are busy: below it, something costs what it should not. */
const floors: Readonly<Record<string, number>> = {
  'login.embedded': 0.1,
  'login.embedded.usual': 1,
  'userinfo.embedded': 0.18,
}

/** A line for each ratio that is lower than it may be. */
export const findTooLow = (ratios: Readonly<Record<string, Figure>>): string[] =>
  Object.entries(floors).flatMap(([name, floor]) => {
    const ratio = ratios[name]
    return ratio && ratio.median < floor ? [`the ratio ${name} is ${ratio.median.toFixed(3)}, less than ${floor}`] : []
  })
