import { setTimeout as delay } from 'node:timers/promises'

const stepMs = 20

/** Asks again and again until the answer is truthy. Rejects, naming what was awaited, after `withinMs`. */
export async function until<T>(
  what: string,
  ask: () => T | Promise<T>,
  withinMs = 10_000,
): Promise<Exclude<T, false | undefined | null>> {
  const giveUpAt = performance.now() + withinMs
  for (;;) {
    const answer = await ask()
    if (answer) return answer as Exclude<T, false | undefined | null>
    if (performance.now() > giveUpAt) throw new Error(`waited ${withinMs} ms in vain until ${what}`)
    await delay(stepMs)
  }
}
