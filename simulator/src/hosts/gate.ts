/** Lets so many run at once; the others wait their turn. */
export function createGate(atOnce: number) {
  const waiting: (() => void)[] = []
  let running = 0
  return {
    async pass<T>(run: () => Promise<T>): Promise<T> {
      if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
      else running++
      try {
        return await run()
      } finally {
        // The place goes to the next in line; only without one does it become free.
        const next = waiting.shift()
        if (next !== undefined) next()
        else running--
      }
    },
  }
}
