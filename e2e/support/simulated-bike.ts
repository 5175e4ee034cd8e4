import type { Entry } from '@trailpass/simulator/hosts/node'
import type { Stack } from './stack.ts'

interface Pedalled {
  /** Samples that the server has not confirmed. */
  undelivered: number
  /** Why the report failed. */
  problem: string | null
}

/** One of the trail's bikes, 1 or 2, as the simulator plays it: real samples, signed, to the running BFF. */
export function simulatedBike({ bike, simulator }: Stack, number: number) {
  const { id, code } = bike(number)
  const ask = <Answer>(action: string, fields: object = {}) =>
    simulator<Answer>('POST', `/_sim/bikes/${id}/${action}`, fields)
  return {
    code,
    /** How a phone enters whose WeChat scanned the mini-program code on the bike. */
    scanned: { query: { scene: encodeURIComponent(code) }, scene: 1047 } satisfies Entry,
    /** At 5 m/s. */
    pedal: (seconds: number) => ask<Pedalled>('pedal', { seconds }),
    /** Everything once more, the newest first. */
    repeat: () => ask('repeat'),
    cutLine: () => ask('offline', { offline: true }),
    mendLine: () => ask('offline', { offline: false }),
  }
}

export type SimulatedBike = ReturnType<typeof simulatedBike>
