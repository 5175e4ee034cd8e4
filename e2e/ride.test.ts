import { endpointAt, finishRide, getCurrentRide, listRides, type Ride } from '@trailpass/shared'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Client } from './support/client.ts'
import { createRider, rideBike } from './support/rider.ts'
import { type SimulatedBike, simulatedBike } from './support/simulated-bike.ts'
import { type Stack, startStack } from './support/stack.ts'

const sampleSeconds = 2
const metersPerSecond = 5

let stack: Stack
let bike: SimulatedBike
let alice: Client

beforeAll(async () => {
  stack = await startStack({ LOG_LEVEL: 'warn' })
  bike = simulatedBike(stack, 1)
})
afterAll(() => stack.stop())
beforeEach(async () => {
  alice = await createRider(stack)
})

const finish = ({ api }: Client, { id }: Ride) => api.call(endpointAt(finishRide, { id }))

async function stored({ api }: Client, { id }: Ride): Promise<Ride | undefined> {
  return (await api.call(listRides)).rides.find((ride) => ride.id === id)
}

const figuresOf = (seconds: number) => ({
  movingSeconds: seconds,
  distanceMeters: seconds * metersPerSecond,
  samplesThrough: seconds / sampleSeconds,
})

describe('what a bike reports', () => {
  it('is on the phone while it rides', async () => {
    const ride = await rideBike(alice, bike.code)
    await bike.pedal(10)
    const { ride: current } = await alice.api.call(getCurrentRide)
    expect(current).toMatchObject({ id: ride.id, state: 'active', ...figuresOf(10), speedMetersPerSecond: 5 })
    await finish(alice, ride)
  })

  it('counts once, though it comes twice and backwards', async () => {
    const ride = await rideBike(alice, bike.code)
    await bike.pedal(20)
    await bike.repeat()
    await bike.pedal(10)
    await bike.repeat()
    expect(await finish(alice, ride)).toMatchObject(figuresOf(30))
    expect(await stored(alice, ride)).toMatchObject({ state: 'finished', ...figuresOf(30) })
  })

  it('counts when it comes after the end', async () => {
    const ride = await rideBike(alice, bike.code)
    await bike.pedal(20)
    await bike.cutLine()
    await bike.pedal(40)
    expect(await finish(alice, ride)).toMatchObject(figuresOf(20))
    await bike.mendLine()
    expect(await stored(alice, ride)).toMatchObject(figuresOf(60))
  })

  it('goes to the ride it belongs to, when another one has begun', async () => {
    const first = await rideBike(alice, bike.code)
    await bike.pedal(10)
    await bike.cutLine()
    await bike.pedal(10)
    await finish(alice, first)
    const bob = await createRider(stack)
    const second = await rideBike(bob, bike.code)
    await bike.mendLine()
    await bike.pedal(6)
    expect(await finish(bob, second)).toMatchObject(figuresOf(6))
    expect(await stored(alice, first)).toMatchObject(figuresOf(20))
  })

  it('survives the death of the server', async () => {
    const ride = await rideBike(alice, bike.code)
    await bike.pedal(10)
    await stack.bff.kill()
    const { undelivered, problem } = await bike.pedal(10)
    expect([undelivered, problem]).toEqual([5, expect.stringContaining('does not answer')])
    await stack.bff.restart()
    await bike.pedal(10)
    expect(await finish(alice, ride)).toMatchObject(figuresOf(30))
  })
})

describe('a bike', () => {
  it('carries one person, and a person one bike', async () => {
    const ride = await rideBike(alice, bike.code)
    await expect(rideBike(await createRider(stack), bike.code)).rejects.toMatchObject({ code: 'device.occupied' })
    await expect(rideBike(alice, stack.bike(2).code)).rejects.toMatchObject({ code: 'ride.already_active' })
    expect(await rideBike(alice, bike.code)).toMatchObject({ id: ride.id })
    await finish(alice, ride)
  })

  it('is ridden again by the same person, right after', async () => {
    const first = await rideBike(alice, bike.code)
    await finish(alice, first)
    const second = await rideBike(alice, bike.code)
    expect(second).toMatchObject({ state: 'active', distanceMeters: 0 })
    expect(second.id).not.toBe(first.id)
    await finish(alice, second)
  })

  it('believes its own code alone', async () => {
    const forged = bike.code.replace(/.$/, (last) => (last === '0' ? '1' : '0'))
    await expect(rideBike(alice, forged)).rejects.toMatchObject({ code: 'device.code_forged' })
  })
})
