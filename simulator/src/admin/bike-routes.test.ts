import { describe, expect, it } from 'vitest'
import { startTestOperator, testKey } from '../testing/test-operator.ts'
import { startTestSimulator } from '../testing/test-simulator.ts'

const key = testKey.toString('base64url')

async function startWithBike(changes: Record<string, unknown> = {}) {
  const [simulator, operator] = [await startTestSimulator(), await startTestOperator()]
  operator.ride = { id: 'ride-1', nextSequence: 0 }
  const fields = { id: 'bike-1', number: 12, key, reportUrl: operator.reportUrl, code: '1AB~x', ...changes }
  return { simulator, operator, fields, bike: await simulator.post('/_sim/bikes', fields) }
}

describe('the bikes of the control API', () => {
  it('are registered with a heartbeat and listed without their keys', async () => {
    const { simulator, operator, bike } = await startWithBike()
    expect(bike).toEqual({
      id: 'bike-1',
      number: 12,
      reportUrl: operator.reportUrl,
      code: '1AB~x',
      scanUrl: null,
      offline: false,
      ride: { id: 'ride-1', nextSequence: 0 },
      measured: { samples: 0, durationMs: 0, distanceMeters: 0, workJoules: 0 },
      undelivered: 0,
      problem: null,
    })
    expect(operator.heartbeats()).toBe(1)
    const list = await (await simulator.fetchPath('/_sim/bikes')).text()
    expect(JSON.parse(list)).toEqual([bike])
    expect(list).not.toContain(key)
  })

  it('pedal, at 5 m/s and 100 W unless it is said how', async () => {
    const { simulator, operator } = await startWithBike()
    expect(await simulator.post('/_sim/bikes/bike-1/pedal', { seconds: 10 })).toMatchObject({
      pedalled: { samples: 5, durationMs: 10_000, distanceMeters: 50, workJoules: 1000 },
      ride: { id: 'ride-1', nextSequence: 5 },
    })
    const harder = { seconds: 2, speedMetersPerSecond: 7.5, watts: 180 }
    expect(await simulator.post('/_sim/bikes/bike-1/pedal', harder)).toMatchObject({
      pedalled: { samples: 1, distanceMeters: 15, workJoules: 360 },
      measured: { samples: 6, distanceMeters: 65 },
    })
    expect(operator.sequences()).toEqual([[0, 1, 2, 3, 4], [5]])
  })

  it('go offline and back, and repeat themselves', async () => {
    const { simulator, operator } = await startWithBike()
    expect(await simulator.post('/_sim/bikes/bike-1/offline', { offline: true })).toMatchObject({ offline: true })
    expect(await simulator.post('/_sim/bikes/bike-1/pedal', { seconds: 4 })).toMatchObject({ undelivered: 2 })
    expect(await simulator.post('/_sim/bikes/bike-1/offline', { offline: false })).toMatchObject({ undelivered: 0 })
    await simulator.post('/_sim/bikes/bike-1/repeat')
    expect(operator.sequences()).toEqual([
      [0, 1],
      [1, 0],
    ])
  })

  it('keep their own time when that of WeChat is moved', async () => {
    const { simulator, operator } = await startWithBike()
    await simulator.post('/_sim/clock', { advanceMs: 3_600_000 })
    await simulator.post('/_sim/bikes/bike-1/pedal', { seconds: 2 })
    expect(new Set(operator.reports.map(({ time }) => time))).toEqual(new Set([Date.UTC(2026, 5, 1)]))
  })

  it('are forgotten on reset', async () => {
    const { simulator } = await startWithBike()
    await simulator.fetchPath('/_sim/reset', { method: 'POST' })
    expect(await simulator.get('/_sim/bikes')).toEqual([])
  })

  it.each([
    [{ key: 'short' }, 400, '"key" must be 32 bytes in base64url'],
    [{ reportUrl: 'file:///etc' }, 400, '"reportUrl" must be an http address'],
    [{ scanUrl: 'javascript:alert(1)' }, 400, '"scanUrl" must be an http address'],
    [{ number: 0 }, 400, '"number" must be a whole number from 1'],
    [{ code: '' }, 400, '"code" must be a string'],
    [{}, 409, '"bike-1" is taken'],
  ])('are refused with %o', async (changes, status, words) => {
    const { simulator, fields } = await startWithBike()
    const body = JSON.stringify({ ...fields, ...changes })
    const response = await simulator.fetchPath('/_sim/bikes', { method: 'POST', body })
    expect(response.status).toBe(status)
    expect(await response.json()).toEqual({ error: expect.stringContaining(words) })
  })

  it.each([
    ['bike-1/pedal', {}, 400, '"seconds" is missing'],
    ['bike-1/pedal', { seconds: 3601 }, 400, '"seconds" must be at most 3600'],
    ['bike-1/pedal', { seconds: 2, watts: -1 }, 400, '"watts" must be a number from 0'],
    ['bike-1/offline', {}, 400, '"offline" is missing'],
    ['bike-9/pedal', { seconds: 2 }, 404, 'no bike "bike-9"'],
  ])('refuse %s with %o', async (path, fields, status, words) => {
    const { simulator } = await startWithBike()
    const response = await simulator.fetchPath(`/_sim/bikes/${path}`, { method: 'POST', body: JSON.stringify(fields) })
    expect(response.status).toBe(status)
    expect(await response.json()).toEqual({ error: expect.stringContaining(words) })
  })
})

describe('the page of the bikes', () => {
  const asBrowser = { headers: { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } }

  it('shows each bike with its code, its figures and its buttons, and no key', async () => {
    const scanUrl = 'http://localhost:10086/?scene=1AB~x#/pages/home/index'
    const { simulator } = await startWithBike({ scanUrl, code: "1<'>" })
    await simulator.post('/_sim/bikes/bike-1/pedal', { seconds: 70 })
    const html = await (await simulator.fetchPath('/_sim/bikes', asBrowser)).text()
    for (const words of [
      '12 号车',
      '骑行中',
      '<b>350</b>米',
      '<b>1:10</b>',
      '踩 10 秒',
      '踩 1 分钟',
      '断网',
      scanUrl,
    ]) {
      expect(html).toContain(words)
    }
    expect(html).toContain('1&lt;&#39;&gt;')
    expect(html).not.toContain(key)
  })

  it('says why a report failed', async () => {
    const { simulator, operator } = await startWithBike()
    operator.failure = { status: 401, body: 'unknown device' }
    await simulator.post('/_sim/bikes/bike-1/pedal', { seconds: 2 })
    expect(await (await simulator.fetchPath('/_sim/bikes', asBrowser)).text()).toContain('401: unknown device')
  })

  it('says how to add one when there is none', async () => {
    const simulator = await startTestSimulator()
    expect(await (await simulator.fetchPath('/_sim/bikes', asBrowser)).text()).toContain('还没有单车')
  })
})
