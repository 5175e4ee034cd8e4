/** Does what bears one name one after the other, in the order of asking; what one comes to is nothing to the next. */
export function createTakeTurns(): <T>(name: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<void>>()
  return (name, work) => {
    const mine = (last.get(name) ?? Promise.resolve()).then(work)
    const over = mine.then(
      () => {},
      () => {},
    )
    last.set(name, over)
    over.then(() => {
      if (last.get(name) === over) last.delete(name)
    })
    return mine
  }
}
