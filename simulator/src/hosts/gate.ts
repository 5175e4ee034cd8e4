/** A semaphore: limits concurrency; the others wait. */
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
        // Pass the slot to the next in line, or free it.
        const next = waiting.shift()
        if (next !== undefined) next()
        else running--
      }
    },
  }
}
