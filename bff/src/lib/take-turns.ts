/** Serializes actions with the same name, in the order of the calls; the failure of one does not affect the next. */
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
