import type { Ride } from '@trailpass/shared'
import { beforeEach, describe, expect, it } from 'vitest'
import { exampleRide } from '../../../test/example-ride'
import { apiError, createFakeApi } from '../../../test/fake-api'
import { createMemoryStorage } from '../../../test/phone'
import { NetworkError } from '../../api/api-error'
import { createRideStore } from './ride-store'

const current = 'GET /v1/rides/current'
const finish = 'POST /v1/rides/r1/finish'
const offline = new NetworkError('network')
const finished: Ride = { ...exampleRide, state: 'finished', distanceMeters: 1300, speedMetersPerSecond: 0 }

let storage = createMemoryStorage()
let answers: Record<string, unknown> = {}
let api = createFakeApi(answers)
let rider: string | null = 'u1'
let standIn = false
let pauses: { ms: number; end: () => void }[] = []

beforeEach(() => {
  storage = createMemoryStorage()
  answers = { 'POST /v1/rides': exampleRide, [current]: { ride: exampleRide }, [finish]: finished }
  api = createFakeApi(answers, (userId) => userId === rider && !standIn)
  rider = 'u1'
  standIn = false
  pauses = []
})

function open() {
  return createRideStore({
    api,
    storage,
    riderOf: () => rider,
    delay: (ms) => new Promise<void>((end) => pauses.push({ ms, end })),
  }).getState
}

async function riding() {
  const state = open()
  await state().start('i1')
  return state
}

const settle = () => new Promise(setImmediate)
async function pass(ms: number) {
  for (const pause of pauses.filter((pause) => pause.ms === ms)) pause.end()
  pauses = pauses.filter((pause) => pause.ms !== ms)
  await settle()
}

describe('starting', () => {
  it('is a ride, also after a restart without a signal', async () => {
    const state = open()
    const starting = state().start('i1')
    expect(state().starting).toBe(true)
    await expect(starting).resolves.toBeNull()
    expect(state()).toMatchObject({ ride: exampleRide, known: true, starting: false })

    answers[current] = offline
    const again = open()
    expect(again().ride).toEqual(exampleRide)
    await again().load()
    expect(again()).toMatchObject({ ride: exampleRide, weak: true })
  })

  it('says why not', async () => {
    answers['POST /v1/rides'] = apiError('device.occupied')
    const state = open()
    await expect(state().start('i1')).resolves.toBe('device.occupied')
    expect(state()).toMatchObject({ ride: null, starting: false })
  })

  it('shows the ride that is on already', async () => {
    answers['POST /v1/rides'] = apiError('ride.already_active')
    const state = open()
    await expect(state().start('i1')).resolves.toBe('ride.already_active')
    expect(state().ride).toEqual(exampleRide)
  })

  it('does not take up a ride that is over', async () => {
    answers['POST /v1/rides'] = finished
    const state = open()
    await expect(state().start('i1')).resolves.toBe('ride.intent_expired')
    expect(state().ride).toBeNull()
  })

  it('is not undone by an answer from before', async () => {
    let answer = (_body: unknown) => {}
    answers[current] = () =>
      new Promise((resolve) => {
        answer = resolve
      })
    const state = open()
    const asked = state().load()
    await settle()
    await state().start('i1')
    answer({ ride: null })
    await asked
    expect(state()).toMatchObject({ ride: exampleRide, summary: null })
  })
})

describe('watching', () => {
  it('asks every other second, and no more once it is stopped', async () => {
    const state = await riding()
    const stop = state().watch()
    await settle()
    await pass(2_000)
    expect(api.log.filter((operation) => operation === current)).toHaveLength(2)
    stop()
    await pass(2_000)
    await pass(2_000)
    expect(api.log.filter((operation) => operation === current)).toHaveLength(2)
  })

  it('never shows less than before', async () => {
    const state = await riding()
    answers[current] = { ride: { ...exampleRide, distanceMeters: 1200, movingSeconds: 250 } }
    await state().load()
    expect(state().ride).toMatchObject({ distanceMeters: 1234, movingSeconds: 250 })
  })

  it('says that the signal is weak, while no answer comes and after none came', async () => {
    const state = await riding()
    let fail = () => {}
    answers[current] = () =>
      new Promise((_, reject) => {
        fail = () => reject(offline)
      })
    const asked = state().load()
    await settle()
    expect(state().weak).toBe(false)
    await pass(5_000)
    expect(state().weak).toBe(true)
    fail()
    await asked
    expect(state().weak).toBe(true)
    answers[current] = { ride: exampleRide }
    await state().load()
    expect(state().weak).toBe(false)
  })

  it('ends with what the ride was when it was ended elsewhere', async () => {
    const state = await riding()
    answers[current] = { ride: null }
    await state().load()
    expect(state()).toMatchObject({ ride: null, summary: { isSent: true, ride: { distanceMeters: 1300 } } })
  })
})

describe('finishing', () => {
  it('shows what the ride was, with the last word of the server', async () => {
    const state = await riding()
    const finishing = state().finish()
    expect(state()).toMatchObject({ ride: null, summary: { isSent: false, ride: { state: 'finished' } } })
    await finishing
    expect(state().summary).toEqual({ isSent: true, ride: finished })
    state().putAway()
    expect(state().summary).toBeNull()
  })

  it('waits on the phone without a signal, and is not ridden on meanwhile', async () => {
    const state = await riding()
    answers[finish] = offline
    await state().finish()
    expect(state().summary?.isSent).toBe(false)
    await state().load()
    expect(state().ride).toBeNull()

    const again = open()
    await again().load()
    expect(again().ride).toBeNull()
    answers[finish] = finished
    answers[current] = { ride: null }
    await again().load()
    expect(storage.texts.size).toBe(0)
    expect(api.log.filter((operation) => operation === finish)).toHaveLength(4)
  })

  it('is sent at the next chance while its page is open', async () => {
    const state = await riding()
    answers[finish] = offline
    await state().finish()
    const stop = state().watch()
    await settle()
    answers[finish] = finished
    await pass(2_000)
    expect(state().summary).toEqual({ isSent: true, ride: finished })
    stop()
  })

  it('is sent at the next chance after its summary is put away, and nothing is asked once nothing waits', async () => {
    const state = await riding()
    answers[finish] = offline
    await state().finish()
    state().putAway()
    answers[finish] = finished
    answers[current] = { ride: null }
    await state().catchUp()
    expect(storage.texts.size).toBe(0)
    expect(api.log.slice(-2)).toEqual([finish, current])
    await state().catchUp()
    expect(api.log.slice(-2)).toEqual([finish, current])
  })

  it('comes before the next start', async () => {
    const state = await riding()
    answers[finish] = offline
    await state().finish()
    answers[finish] = finished
    answers['POST /v1/rides'] = { ...exampleRide, id: 'r2' }
    await state().start('i2')
    expect(api.log.slice(-2)).toEqual([finish, 'POST /v1/rides'])
    expect(state().ride?.id).toBe('r2')
  })

  it('lets go of a ride that the server does not know', async () => {
    const state = await riding()
    answers[finish] = apiError('ride.unknown')
    await state().finish()
    expect(state().summary?.isSent).toBe(true)
    expect(storage.texts.size).toBe(0)
  })
})

describe('the person', () => {
  it('takes their ride along', async () => {
    const state = await riding()
    rider = 'u2'
    answers[current] = { ride: null }
    await state().load()
    expect(state()).toMatchObject({ ride: null, summary: null, known: true })
  })

  it('who may not ride is not asked about', async () => {
    rider = null
    const state = open()
    await state().load()
    expect(api.log).toEqual([])
    expect(state()).toMatchObject({ ride: null, known: true })
  })

  it('who comes while a question is under way gets no answer of the one before, and is asked about', async () => {
    const state = await riding()
    let answer = (_body: unknown) => {}
    answers[current] = () =>
      new Promise((resolve) => {
        answer = resolve
      })
    const asked = state().load()
    await settle()
    rider = 'u2'
    void state().load()
    expect(state()).toMatchObject({ ride: null, known: false })
    answers[current] = { ride: null }
    answer({ ride: exampleRide })
    await asked
    expect(state()).toMatchObject({ ride: null, summary: null, known: true })
    expect(storage.texts.size).toBe(0)
  })

  it('who changes within a question, as a new sign-in may, is asked about as well', async () => {
    const state = await riding()
    answers[current] = () => {
      rider = 'u2'
      answers[current] = { ride: { ...exampleRide, id: 'r2' } }
      return { ride: null }
    }
    await state().load()
    expect(state()).toMatchObject({ ride: { id: 'r2' }, summary: null })
    expect(api.log).not.toContain(finish)
  })

  it('who is gone by the answer to a start has no ride of it', async () => {
    const state = open()
    answers['POST /v1/rides'] = () => {
      rider = 'u2'
      return exampleRide
    }
    answers[current] = { ride: null }
    await expect(state().start('i1')).resolves.toBe('session.expired')
    expect(state()).toMatchObject({ ride: null, known: true, starting: false })
    expect(storage.texts.size).toBe(0)
  })

  it('who finished without a signal is told of later, not the next on that phone', async () => {
    const state = await riding()
    answers[finish] = offline
    await state().finish()
    rider = 'u2'
    answers[finish] = apiError('ride.unknown')
    answers[current] = { ride: null }
    await state().load()
    expect(api.log.filter((operation) => operation === finish)).toHaveLength(1)
    rider = 'u1'
    answers[finish] = finished
    await open()().load()
    expect(api.log.filter((operation) => operation === finish)).toHaveLength(2)
    expect(storage.texts.size).toBe(0)
  })

  it('who comes while a finish is under way does not lose it', async () => {
    const state = await riding()
    answers[finish] = () => {
      rider = 'u2'
      return apiError('ride.unknown')
    }
    await state().finish()
    rider = 'u1'
    answers[finish] = finished
    answers[current] = { ride: null }
    await state().load()
    expect(api.log.filter((operation) => operation === finish)).toHaveLength(2)
  })

  it('keeps ride and finish while a guest stands in, whose answers say nothing of them', async () => {
    const state = await riding()
    standIn = true
    await state().load()
    expect(state()).toMatchObject({ ride: exampleRide, summary: null, weak: true })
    await state().finish()
    expect(state().summary?.isSent).toBe(false)
    await expect(state().start('i2')).resolves.toBe('session.expired')
    expect(api.log).toEqual(['POST /v1/rides'])
    standIn = false
    answers[current] = { ride: null }
    await state().load()
    expect(state().summary).toEqual({ isSent: true, ride: finished })
  })

  it('keeps no damaged ride', () => {
    storage.write('trailpass.ride', '{"version":1,"value":{"userId":1}}')
    expect(open()().ride).toBeNull()
  })
})
