import type { Figure } from '../findings.ts'

/** Three digits that count. */
export const asFigure = (value: number): string =>
  (value >= 1000 ? Math.round(value) : Number(value.toPrecision(3))).toLocaleString('en-US')

export const asSpread = ({ median, min, max, runs }: Figure): string =>
  runs === 1 ? asFigure(median) : `${asFigure(median)} (${asFigure(min)} to ${asFigure(max)}, ${runs} runs)`
