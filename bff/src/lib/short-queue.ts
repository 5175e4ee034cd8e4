/**
 * Runs tasks one after the other, in order of arrival; a failed task does not affect the next. Throws the error created by
 * `refuse` if `mostWaiting` tasks are already waiting, and instead of starting a task that has waited for `longestWaitMs`.
 */
export function createShortQueue(deps: {
  mostWaiting: number
  longestWaitMs: number
  refuse: () => Error
}): <T>(work: () => Promise<T>) => Promise<T> {
  const { mostWaiting, longestWaitMs, refuse } = deps
  let held = 0
  let last: Promise<unknown> = Promise.resolve()
  return async (work) => {
    if (held > mostWaiting) throw refuse()
    held++
    const askedAt = performance.now()
    const mine = last.then(() => {
      if (performance.now() - askedAt > longestWaitMs) throw refuse()
      return work()
    })
    last = mine.catch(() => {})
    try {
      return await mine
    } finally {
      held--
    }
  }
}
