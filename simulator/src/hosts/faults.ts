type FaultKind = 'thrown' | 'rejected'

/** Collects errors of page code, as the phone does, instead of ending the process. */
export interface Faults {
  readonly errors: unknown[]
  /** Runs code of the mini program and records its errors. */
  guard<T>(run: () => T): T | undefined
  record(error: unknown, kind?: FaultKind): void
  onRecorded(listener: (error: unknown, kind: FaultKind) => void): void
}

export function createFaults(): Faults {
  const errors: unknown[] = []
  const listeners: ((error: unknown, kind: FaultKind) => void)[] = []
  let isTelling = false

  function record(error: unknown, kind: FaultKind = 'thrown') {
    errors.push(error)
    // The error of a failing listener is recorded, but not passed to that listener.
    if (isTelling) return
    isTelling = true
    for (const listener of listeners) listener(error, kind)
    isTelling = false
  }

  return {
    errors,
    record,
    guard(run) {
      try {
        return run()
      } catch (error) {
        record(error)
        return undefined
      }
    },
    onRecorded: (listener) => void listeners.push(listener),
  }
}
