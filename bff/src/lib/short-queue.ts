/**
 * Does one thing after the other, in the order of asking, while at most `mostWaiting` wait; what one comes to is nothing
 * to the next. Whoever is one too many throws what `refuse` makes.
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
