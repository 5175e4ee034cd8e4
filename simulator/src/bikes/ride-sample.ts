/** A measurement over one stretch of a ride; numbered, so that repetition and reordering are harmless. */
export interface RideSample {
  sequence: number
  durationMs: number
  distanceMeters: number
  workJoules: number
}

/** Constant pedalling. */
export interface Effort {
  seconds: number
  speedMetersPerSecond: number
  watts: number
}

export interface Totals {
  samples: number
  durationMs: number
  distanceMeters: number
  workJoules: number
}

const sampleMs = 2000

/** The resulting samples, one per two seconds; the last one is shorter for an odd number of seconds. */
export function measure({ seconds, speedMetersPerSecond, watts }: Effort, firstSequence: number): RideSample[] {
  const samples: RideSample[] = []
  for (let leftMs = seconds * 1000; leftMs > 0; leftMs -= sampleMs) {
    const durationMs = Math.min(leftMs, sampleMs)
    samples.push({
      sequence: firstSequence + samples.length,
      durationMs,
      distanceMeters: (speedMetersPerSecond * durationMs) / 1000,
      workJoules: (watts * durationMs) / 1000,
    })
  }
  return samples
}

export function totalsOf(samples: readonly RideSample[]): Totals {
  const sum = (field: 'durationMs' | 'distanceMeters' | 'workJoules') =>
    samples.reduce((total, sample) => total + sample[field], 0)
  return {
    samples: samples.length,
    durationMs: sum('durationMs'),
    distanceMeters: sum('distanceMeters'),
    workJoules: sum('workJoules'),
  }
}
