export interface SourceFile {
  path: string
  lines: number
}

const sizeLimits = { median: 60, percentile95: 250, longest: 400 }

/** Long files hide several things under one name; the figures are the architecture's. */
export function fileSizeFaults(files: SourceFile[], limits = sizeLimits): string[] {
  const sizes = files.map(({ lines }) => lines).sort((a, b) => a - b)
  const faults = files
    .filter(({ lines }) => lines > limits.longest)
    .map(({ path, lines }) => `${path} has ${lines} lines, more than ${limits.longest}`)
  const median = percentile(sizes, 0.5)
  if (median > limits.median) faults.push(`the median source file has ${median} lines, more than ${limits.median}`)
  const high = percentile(sizes, 0.95)
  if (high > limits.percentile95) {
    faults.push(`the 95th percentile of source files has ${high} lines, more than ${limits.percentile95}`)
  }
  return faults
}

function percentile(sorted: number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0
}
