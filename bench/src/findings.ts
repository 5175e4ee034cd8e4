/** One figure with its spread over the runs that gave it. */
export interface Figure {
  median: number
  min: number
  max: number
  runs: number
}

/** A measured thing: dotted, its measurement's name first, as in `client.size.weapp.main`. */
export interface Row extends Figure {
  name: string
  unit: string
  note?: string
}

/** What one measurement came to. */
export interface Findings {
  rows: Row[]
  /** The limit's server CPU a request divided by ours: 1 is the limit itself. */
  ratios?: Record<string, Figure>
  /** What was asked of it, and whether it is so. */
  goals?: Goal[]
}

export interface Goal {
  /** `login ≥ 0.60 of its limit, embedded`. */
  wanted: string
  measured: number
  reached: boolean
}

/** `--only` chooses by a prefix of the name. */
export interface Measurement {
  name: string
  measure(): Promise<Findings>
}

/** Throws RangeError for no values. */
export function toFigure(values: readonly number[]): Figure {
  const sorted = [...values].sort((a, b) => a - b)
  const [min, max] = [sorted[0], sorted.at(-1)]
  if (min === undefined || max === undefined) throw new RangeError('nothing was measured')
  const upper = sorted.length >> 1
  const lower = (sorted.length - 1) >> 1
  return { median: ((sorted[lower] ?? min) + (sorted[upper] ?? max)) / 2, min, max, runs: sorted.length }
}
