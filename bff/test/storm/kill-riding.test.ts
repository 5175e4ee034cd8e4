import type { RideSample } from '@trailpass/shared'
import { expect, it } from 'vitest'
import { startBffProcess } from '../support/bff-process.ts'
import { openBikeYard } from '../support/bike-yard.ts'
import { createRiding, sample } from '../support/riding.ts'
import type { Stack } from '../support/stack.ts'
import { storages } from '../support/storages.ts'
import { withStack } from '../support/with-stack.ts'

const kills = 2
const samplesPerKill = 120
const atOnce = 4

/** Sends samples one by one to a process that is killed at the n-th answer; those that were acknowledged. */
async function sendUntilKilled(
  env: Stack['env'],
  token: string,
  rideId: string,
  samples: readonly RideSample[],
  killAt: number,
): Promise<number[]> {
  const bff = await startBffProcess(env)
  const acknowledged: number[] = []
  const waiting = [...samples]
  async function work(): Promise<void> {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const path = `/v1/rides/${rideId}/samples`
      const { status } = await bff.api('POST', path, { token, body: { samples: [next] } })
      if (status === 200) acknowledged.push(next.sequence)
      if (acknowledged.length === killAt) void bff.kill()
    }
  }
  await Promise.allSettled(Array.from({ length: atOnce }, work))
  await bff.kill()
  return acknowledged
}

it.each(storages)(
  'kill -9 during a ride loses no sample that was acknowledged, on $name',
  { timeout: 60_000 },
  (storage) =>
    withStack(
      async (stack) => {
        const riding = createRiding(stack)
        const token = await riding.member()
        const { id } = await riding.ride(token, await (await openBikeYard(stack)).addBike())
        for (let round = 0; round < kills; round++) {
          const first = round * samplesPerKill
          const samples = Array.from({ length: samplesPerKill }, (_, index) => sample(first + index))
          await stack.stop()
          const acknowledged = await sendUntilKilled(stack.env, token, id, samples, 25 * (round + 1))
          expect(acknowledged.length).toBeLessThan(samplesPerKill)

          await stack.start()
          const kept = (await riding.current(token)).body.ride
          expect(kept?.distanceMeters).toBeGreaterThanOrEqual(10 * (first + acknowledged.length))
          const lost = samples.filter(({ sequence }) => !acknowledged.includes(sequence))
          const { body } = await riding.addSamples(token, id, lost)
          expect(body).toMatchObject({
            distanceMeters: 10 * (first + samplesPerKill),
            samplesThrough: first + samplesPerKill,
          })
        }
      },
      { storage },
    ),
)
