const atOnce = 20

/** Does something so many times, some of them at once. */
export async function inBatches(count: number, work: (index: number) => Promise<void>): Promise<void> {
  let next = 0
  async function takeTurns(): Promise<void> {
    for (let index = next++; index < count; index = next++) await work(index)
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, takeTurns))
}
