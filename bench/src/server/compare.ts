import type { Contestant } from '../contestants/start-contestant.ts'
import { type Caller, createCaller, drive } from '../load/caller.ts'

/** A server and how it is asked. */
export interface Entrant {
  contestant: Contestant
  /** One request that must succeed; the turn makes it a different one. Rejects when it was not answered well. */
  ask(caller: Caller, turn: number): Promise<unknown>
  /** Fewer for what takes long. */
  requests?: number
}

export interface Comparison {
  /** CPU of the server for a request, in µs: one value a round. */
  cpuMicros: number[]
  /** Requests answered a second, with the load, the platform and the server on the same cores. */
  perSecond: number[]
}

export interface CompareOptions {
  rounds: number
  requests: number
  atOnce: number
}

/** Asks all of them in turn, round after round, so that whatever else the machine does meets them alike. */
export async function compare(
  entrants: readonly Entrant[],
  { rounds, requests, atOnce }: CompareOptions,
): Promise<Comparison[]> {
  const runners = entrants.map((entrant) => {
    const caller = createCaller(entrant.contestant.url, atOnce)
    let turn = 0
    const run = (count: number) => drive(count, atOnce, () => entrant.ask(caller, turn++))
    return { entrant, caller, run, found: { cpuMicros: [], perSecond: [] } as Comparison }
  })
  // The first requests are compiled, not answered.
  for (const { entrant, run } of runners) await run(entrant.requests ?? requests)
  for (let round = 0; round < rounds; round++) {
    for (const { entrant, run, found } of runners) {
      const count = entrant.requests ?? requests
      const before = await entrant.contestant.usage()
      const startedAt = performance.now()
      await run(count)
      const tookMs = performance.now() - startedAt
      const after = await entrant.contestant.usage()
      found.cpuMicros.push((after.cpuMicros - before.cpuMicros) / count)
      found.perSecond.push((count * 1000) / tookMs)
    }
  }
  await Promise.all(runners.map(({ caller }) => caller.close()))
  return runners.map(({ found }) => found)
}
