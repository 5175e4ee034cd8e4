import { availableParallelism } from 'node:os'

/** Works on all of them, as many at a time as there are cores. Rejects with what the first that failed threw. */
export async function inParallel<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>): Promise<void> {
  const waiting = items.values()
  const worker = async () => {
    for (const item of waiting) await work(item)
  }
  await Promise.all(Array.from({ length: Math.min(items.length, availableParallelism()) }, worker))
}
