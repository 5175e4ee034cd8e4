type FaultKind = 'thrown' | 'rejected'

/** Collects what page code throws, as the phone does, instead of letting it end the process. */
export interface Faults {
  readonly errors: unknown[]
  /** Runs code of the mini program; what it throws is recorded. */
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
    // A listener that fails is recorded, but not told about itself.
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
