import { describe, expect, it, onTestFinished } from 'vitest'
import { startTestOperator, testKey } from '../testing/test-operator.ts'
import { createBike } from './bike.ts'
import { createBikes } from './bikes.ts'

const clock = { now: () => Date.UTC(2026, 5, 1) }
const effort = { seconds: 10, speedMetersPerSecond: 5, watts: 100 }

async function createRiddenBike() {
  const operator = await startTestOperator()
  operator.ride = { id: 'ride-1', nextSequence: 0 }
  const { reportUrl } = operator
  const registration = { id: 'bike-1', number: 1, key: testKey, reportUrl, code: '1AB', scanUrl: undefined }
  return { operator, registration, bike: createBike(registration, clock) }
}

describe('a bike', () => {
  it('measures a sample every two seconds and reports them signed, with their ride, after a heartbeat', async () => {
    const { operator, bike } = await createRiddenBike()
    expect(await bike.pedal({ ...effort, seconds: 5 })).toEqual({
      samples: 3,
      durationMs: 5000,
      distanceMeters: 25,
      workJoules: 500,
    })
    const samples = [
      { sequence: 0, durationMs: 2000, distanceMeters: 10, workJoules: 200 },
      { sequence: 1, durationMs: 2000, distanceMeters: 10, workJoules: 200 },
      { sequence: 2, durationMs: 1000, distanceMeters: 5, workJoules: 100 },
    ]
    expect(operator.reports).toEqual([
      { rideId: undefined, samples: [], time: clock.now(), isSigned: true },
      { rideId: 'ride-1', samples, time: clock.now(), isSigned: true },
    ])
    expect(bike.view()).toMatchObject({ ride: { id: 'ride-1', nextSequence: 3 }, undelivered: 0, problem: null })
  })

  it('numbers on from where the server is, and from where it is itself', async () => {
    const { operator, bike } = await createRiddenBike()
    operator.ride = { id: 'ride-1', nextSequence: 40 }
    await bike.pedal({ ...effort, seconds: 4 })
    operator.ride.nextSequence = 3
    await bike.pedal({ ...effort, seconds: 4 })
    expect(operator.sequences()).toEqual([
      [40, 41],
      [42, 43],
    ])
  })

  it('measures nothing while nobody rides it', async () => {
    const { operator, bike } = await createRiddenBike()
    operator.ride = null
    expect(await bike.pedal(effort)).toMatchObject({ samples: 0, distanceMeters: 0 })
    expect(operator.sequences()).toEqual([])
  })

  it('keeps its samples while it is offline and sends them in order later', async () => {
    const { operator, bike } = await createRiddenBike()
    await bike.report()
    await bike.setOffline(true)
    await bike.pedal({ ...effort, seconds: 2 })
    await bike.pedal({ ...effort, seconds: 400 })
    expect(operator.sequences()).toEqual([])
    expect(bike.view().undelivered).toBe(201)
    await bike.setOffline(false)
    expect(operator.sequences().map((sequences) => sequences.length)).toEqual([100, 100, 1])
    expect(operator.sequences().flat()).toEqual(Array.from({ length: 201 }, (_, index) => index))
    expect(bike.view().undelivered).toBe(0)
  })

  it('delivers what is late to a ride that is over', async () => {
    const { operator, bike } = await createRiddenBike()
    await bike.report()
    await bike.setOffline(true)
    await bike.pedal({ ...effort, seconds: 4 })
    operator.ride = null
    await bike.setOffline(false)
    expect(operator.sequences()).toEqual([[0, 1]])
    expect(bike.view()).toMatchObject({ ride: null, undelivered: 0, measured: { samples: 2 } })
  })

  it('gives no ride the samples of another', async () => {
    const { operator, bike } = await createRiddenBike()
    await bike.report()
    await bike.setOffline(true)
    await bike.pedal({ ...effort, seconds: 4 })
    operator.ride = { id: 'ride-2', nextSequence: 0 }
    await bike.setOffline(false)
    await bike.pedal({ ...effort, seconds: 2 })
    expect(operator.reports.map(({ rideId, samples }) => [rideId, samples.length])).toEqual([
      [undefined, 0],
      ['ride-1', 2],
      [undefined, 0],
      ['ride-2', 1],
    ])
    expect(operator.sequences()).toEqual([[0, 1], [0]])
    expect(bike.view()).toMatchObject({ undelivered: 0, measured: { samples: 1 } })
  })

  it('repeats the samples of the ride, the newest first', async () => {
    const { operator, bike } = await createRiddenBike()
    await bike.pedal({ ...effort, seconds: 6 })
    await bike.repeat()
    expect(operator.sequences()).toEqual([
      [0, 1, 2],
      [2, 1, 0],
    ])
  })

  it.each([
    [{ status: 401, body: 'bad signature' }, 'the server answers 401: bad signature'],
    [{ status: 200, body: '<html>' }, "the server's answer makes no sense: <html>"],
    [{ status: 200, body: '{}' }, "the server's answer makes no sense: {}"],
  ])('says that a report failed with %o, and keeps the samples', async (failure, words) => {
    const { operator, bike } = await createRiddenBike()
    await bike.report()
    operator.failure = failure
    await bike.pedal({ ...effort, seconds: 2 })
    expect(bike.view()).toMatchObject({ problem: words, undelivered: 1 })
    operator.failure = undefined
    await bike.report()
    expect(bike.view()).toMatchObject({ problem: null, undelivered: 0 })
  })

  it('says that the server does not answer', async () => {
    const { registration } = await createRiddenBike()
    const bike = createBike({ ...registration, reportUrl: 'http://127.0.0.1:1/' }, clock)
    await bike.report()
    expect(bike.view().problem).toMatch(/^the server does not answer \(/)
  })

  it('does one thing after the other, whoever asks for them at once', async () => {
    const { operator, bike } = await createRiddenBike()
    await Promise.all([bike.pedal({ ...effort, seconds: 4 }), bike.report(), bike.pedal({ ...effort, seconds: 4 })])
    expect(operator.sequences()).toEqual([
      [0, 1],
      [2, 3],
    ])
  })
})

describe('bikes', () => {
  it('send heartbeats as long as they are registered', async () => {
    const { operator, registration } = await createRiddenBike()
    const bikes = createBikes(clock, 5)
    onTestFinished(() => bikes.clear())
    bikes.insert(registration)
    await expect.poll(() => operator.heartbeats()).toBeGreaterThan(2)
    await bikes.find('bike-1')?.report()
    bikes.clear()
    expect([bikes.list(), bikes.find('bike-1')]).toEqual([[], undefined])
  })
})
