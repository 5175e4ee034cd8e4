import type { Trail } from '@trailpass/shared'
import { describe, expect, it, vi } from 'vitest'
import { createFakeApi } from '../../../test/fake-api'
import { NetworkError } from '../../api/api-error'
import type { Located } from '../../platform/location/types'
import { createTrailStore } from './trail-store'

const lake: Trail = { id: 'lake', name: '青龙湖步道', lengthMeters: 5200, distanceMeters: null, inRange: null }
const hill: Trail = { ...lake, id: 'hill', name: '云台山步道' }
const atLake: Trail[] = [
  { ...lake, distanceMeters: 0, inRange: true },
  { ...hill, distanceMeters: 1200, inRange: false },
]
const here: Located = { kind: 'fuzzy', latitude: 30.248512345, longitude: 120.145312345 }
const unplaced = 'GET /v1/trails'
const placed = 'GET /v1/trails?latitude=30.2485&longitude=120.1453'

function setUp(located: Located = here, isGranted = false) {
  const phone = { located, isGranted, nowMs: 0 }
  const locate = vi.fn(async () => phone.located)
  const openSettings = vi.fn(async () => {})
  const answers: Record<string, unknown> = { [unplaced]: { trails: [hill, lake] }, [placed]: { trails: atLake } }
  const api = createFakeApi(answers)
  const positioning = { locate, isGranted: async () => phone.isGranted, openSettings }
  const { getState } = createTrailStore({ api, positioning, now: () => phone.nowMs })
  return { phone, locate, openSettings, answers, api, state: getState }
}

describe('the place of a person', () => {
  it('is not asked for on arrival, and the trails come without it', async () => {
    const { state, locate, api } = setUp()
    await state().locateIfGranted()
    await state().load()
    expect(locate).not.toHaveBeenCalled()
    expect(api.log).toEqual([unplaced])
    expect(state()).toMatchObject({ place: 'unknown', nearest: null, trails: [hill, lake] })
  })

  it('is found when asked for, once for however many ask, and names the nearest trail', async () => {
    const { state, locate } = setUp()
    const asking = [state().locate(), state().locate()]
    expect(state().place).toBe('locating')
    await Promise.all(asking)
    expect(locate).toHaveBeenCalledOnce()
    expect(state()).toMatchObject({ place: 'placed', isFuzzy: true, nearest: atLake[0], trails: atLake })
  })

  it('is as unknown as before where the person did not agree, and can be asked for again', async () => {
    const { state, phone } = setUp({ kind: 'unagreed' })
    await state().locate()
    expect(state()).toMatchObject({ place: 'unknown', nearest: null })
    phone.located = here
    await state().locate()
    expect(state().place).toBe('placed')
  })

  it('goes to the server no finer than 11 m and is kept nowhere', async () => {
    const { state, api } = setUp()
    await state().locate()
    expect(api.log).toEqual([placed])
    expect(JSON.stringify(state())).not.toMatch(/30\.24|120\.14/)
  })

  it('is found silently where that was granted, and not again for a minute', async () => {
    const { state, locate, phone } = setUp(here, true)
    await state().locateIfGranted()
    expect(state().place).toBe('placed')
    phone.nowMs = 59_000
    await state().locateIfGranted()
    expect(locate).toHaveBeenCalledOnce()
    phone.nowMs = 60_000
    const again = state().locateIfGranted()
    expect(state().place).toBe('placed')
    await again
    expect(locate).toHaveBeenCalledTimes(2)
  })

  it.each(['denied', 'unavailable'] as const)('may be %s, and the trails stay', async (kind) => {
    const { state } = setUp({ kind })
    await state().load()
    await state().locate()
    expect(state()).toMatchObject({ place: kind, nearest: null, trails: [hill, lake] })
  })

  it('takes its distances along when it is withdrawn', async () => {
    const { state, phone } = setUp()
    await state().locate()
    phone.located = { kind: 'denied' }
    await state().locate()
    expect(state()).toMatchObject({ place: 'denied', nearest: null, trails: null })
  })

  it('is looked for again after the settings', async () => {
    const { state, phone, openSettings } = setUp({ kind: 'denied' })
    await state().locate()
    phone.located = here
    await state().openSettings?.()
    expect(openSettings).toHaveBeenCalledOnce()
    expect(state().place).toBe('placed')
  })

  it('that the phone knew is not called unavailable when the server fails, and is given again by the next try', async () => {
    const { state, answers, locate, api } = setUp()
    answers[placed] = new NetworkError('timeout')
    await state().locate()
    expect(state()).toMatchObject({ place: 'unanswered', nearest: null, fault: 'timeout' })
    answers[placed] = { trails: atLake }
    await state().load()
    expect(state()).toMatchObject({ place: 'placed', nearest: atLake[0], fault: null })
    expect(locate).toHaveBeenCalledTimes(2)
    expect(api.log).toEqual([placed, placed])
  })

  it('is not undone by a list without it that comes late', async () => {
    const { state, answers } = setUp()
    let answerLate = (_list: object) => {}
    answers[unplaced] = () => new Promise((resolve) => (answerLate = resolve))
    const loading = state().load()
    await state().locate()
    answerLate({ trails: [hill, lake] })
    await loading
    expect(state().trails).toEqual(atLake)
  })
})

it('is asked for again with its list, so that a failure is forgotten', async () => {
  const { state, answers, api } = setUp()
  await state().locate()
  answers[placed] = new NetworkError('network')
  await state().locate()
  expect(state()).toMatchObject({ place: 'placed', trails: atLake, fault: 'network' })
  answers[placed] = { trails: atLake }
  await state().load()
  expect(state()).toMatchObject({ place: 'placed', fault: null })
  expect(api.log).toEqual([placed, placed, placed])
})

it('forgives a list without a place that fails once there is a better one', async () => {
  const { state, answers } = setUp()
  let failLate = () => {}
  answers[unplaced] = () => new Promise((_, reject) => (failLate = () => reject(new NetworkError('network'))))
  const loading = state().load()
  await state().locate()
  failLate()
  await loading
  expect(state()).toMatchObject({ trails: atLake, fault: null })
})

it('says why the trails do not come', async () => {
  const { state, answers } = setUp()
  answers[unplaced] = new NetworkError('network')
  await state().load()
  expect(state()).toMatchObject({ trails: null, fault: 'network' })
})
