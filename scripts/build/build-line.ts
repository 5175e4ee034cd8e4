import { inBytes, inSeconds } from '../lib/figures.ts'
import type { BuildReport } from './compile.ts'

export function buildLine({ target, bytes, ms, warnings }: BuildReport): string {
  const line = `built ${target.padEnd(7)} ${inBytes(bytes).padStart(16)}  ${inSeconds(ms).padStart(7)}`
  return [line, ...warnings.map((warning) => `  ${warning}`)].join('\n')
}
