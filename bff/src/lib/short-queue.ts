/**
 * Runs tasks one after the other, in order of arrival; a failed task does not affect the next. If `mostWaiting` tasks are
 * already waiting, throws the error created by `refuse`.
 */
export function createShortQueue(deps: {
  mostWaiting: number
  refuse: () => Error
}): <T>(work: () => Promise<T>) => Promise<T> {
  let held = 0
  let last: Promise<unknown> = Promise.resolve()
  return async (work) => {
    if (held > deps.mostWaiting) throw deps.refuse()
    held++
    const mine = last.then(work)
    last = mine.catch(() => {})
    try {
      return await mine
    } finally {
      held--
    }
  }
}
