import type { ScanResponse } from '@trailpass/shared'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { apiError, createFakeApi } from '../../../test/fake-api'
import { createMemoryStorage } from '../../../test/phone'
import { ApiError, NetworkError } from '../../api/api-error'
import { createScanStore } from './scan-store'

const intent: ScanResponse = {
  device: { id: 'd3', number: 3, trailId: 'lake', trailName: '青龙湖步道' },
  intentId: 'i1',
  expiresAt: '2026-11-22T08:15:00.000Z',
}

let storage = createMemoryStorage()
let answers: Record<string, unknown> = {}
let api = createFakeApi(answers)
const phone = { nowMs: 0, userId: 'u1' as string | null, session: Promise.resolve() }

beforeEach(() => {
  storage = createMemoryStorage()
  answers = { 'POST /v1/scans': intent }
  api = createFakeApi(answers)
  Object.assign(phone, { nowMs: 0, userId: 'u1', session: Promise.resolve() })
})

function start() {
  return createScanStore({
    api,
    storage,
    now: () => phone.nowMs,
    sessionKnown: () => phone.session,
    userId: () => phone.userId,
  }).getState
}

const outcome = (state: ReturnType<typeof start>, kind: string) =>
  vi.waitFor(
    () => {
      const { scan } = state()
      expect(scan.kind).toBe(kind)
      return scan
    },
    { interval: 1 },
  )
const scans = () => api.log.length

describe('a scan', () => {
  it('is read once the session is known, and not before', async () => {
    let know = () => {}
    phone.session = new Promise((resolve) => {
      know = resolve
    })
    const state = start()
    state().enter('1AB')
    await Promise.resolve()
    expect(state().scan).toEqual({ kind: 'reading', code: '1AB' })
    expect(scans()).toBe(0)
    know()
    expect(await outcome(state, 'ready')).toEqual({ kind: 'ready', code: '1AB', intent, fault: null })
  })

  it('is one, however often the platform repeats how the app was opened', async () => {
    const state = start()
    state().enter('1AB')
    state().enter('1AB')
    state().take('1AB')
    await outcome(state, 'ready')
    state().take('1AB')
    state().drop()
    state().enter('1AB')
    state().enter(undefined)
    expect(scans()).toBe(1)
    expect(state().scan).toEqual({ kind: 'none' })
  })

  it('is another one when the person scans the same bike again after using it', async () => {
    const state = start()
    state().enter('1AB')
    await outcome(state, 'ready')
    state().drop()
    state().take('1AB')
    await outcome(state, 'ready')
    expect(scans()).toBe(2)
  })

  it('gives way to a later one, whichever is answered first', async () => {
    let answerFirst = (_answer: ScanResponse) => {}
    const second = { ...intent, intentId: 'i2' }
    answers['POST /v1/scans'] = ({ scene }: { scene: string }) =>
      scene === '2CD'
        ? second
        : new Promise<ScanResponse>((resolve) => {
            answerFirst = resolve
          })
    const state = start()
    state().take('1AB')
    await vi.waitFor(() => expect(scans()).toBe(1), 10_000)
    state().take('2CD')
    await outcome(state, 'ready')
    answerFirst(intent)
    await new Promise(setImmediate)
    expect(state().scan).toMatchObject({ code: '2CD', intent: { intentId: 'i2' } })
  })

  it('of a code on no bike says so', () => {
    const state = start()
    state().take(undefined)
    expect(state().scan).toMatchObject({ kind: 'fault', fault: 'device.code_forged', isFinal: true })
  })
})

describe('what outlives the app', () => {
  it('is the bike in hand', async () => {
    await outcome(openAnd('1AB'), 'ready')
    const state = start()
    expect(state().scan).toMatchObject({ kind: 'ready', intent })
    state().enter('1AB')
    state().resume()
    expect(scans()).toBe(1)
  })

  it('is a code that was never answered', async () => {
    answers['POST /v1/scans'] = new NetworkError('network')
    await outcome(openAnd('1AB'), 'fault')
    answers['POST /v1/scans'] = intent
    const state = start()
    expect(state().scan.kind).toBe('reading')
    state().resume()
    await outcome(state, 'ready')
  })

  it('ends after a quarter of an hour, in words', async () => {
    await outcome(openAnd('1AB'), 'ready')
    phone.nowMs = 15 * 60_000
    expect(start()().scan).toMatchObject({ kind: 'fault', fault: 'ride.intent_expired', device: { number: 3 } })
    expect(start()().scan).toEqual({ kind: 'none' })
  })

  it('ends while the app is open as well', async () => {
    const state = openAnd('1AB')
    await outcome(state, 'ready')
    phone.nowMs = 15 * 60_000
    state().resume()
    expect(state().scan).toMatchObject({ kind: 'fault', fault: 'ride.intent_expired' })
  })

  it('is nothing when the storage is damaged', () => {
    storage.write('trailpass.scan', '{"version":1,"value":{"code"')
    expect(start()().scan).toEqual({ kind: 'none' })
  })
})

describe('going on', () => {
  it('reads the bike again for another person, and not for nobody', async () => {
    const state = openAnd('1AB')
    await outcome(state, 'ready')
    phone.userId = null
    state().resume()
    phone.userId = 'u2'
    state().resume()
    await outcome(state, 'ready')
    state().resume()
    expect(scans()).toBe(2)
  })

  it.each(['network', 'session.missing', 'storage.unavailable'])('tries again after %s', async (fault) => {
    answers['POST /v1/scans'] = fault === 'network' ? new NetworkError('network') : apiError(fault as 'session.missing')
    const state = openAnd('1AB')
    expect(await outcome(state, 'fault')).toMatchObject({ fault, isFinal: false })
    answers['POST /v1/scans'] = intent
    state().resume()
    await outcome(state, 'ready')
  })

  it.each([
    'device.code_forged',
    'device.code_expired',
    'device.revoked',
    'device.unknown',
    'device.occupied',
    'device.offline',
    'device.other_trail',
  ] as const)('takes %s as the last word', async (code) => {
    answers['POST /v1/scans'] = apiError(code)
    const state = openAnd('1AB')
    expect(await outcome(state, 'fault')).toMatchObject({ fault: code, isFinal: true })
    state().resume()
    expect(scans()).toBe(1)
    expect(storage.texts.size).toBe(0)
  })
})

it('keeps which bike a refusal is about, over what was read of it before', async () => {
  const state = openAnd('1AB')
  await outcome(state, 'ready')
  const device = { number: 4, trailName: '白鹭湖步道' }
  answers['POST /v1/scans'] = new ApiError({ code: 'device.other_trail', status: 410, device })
  phone.userId = 'u2'
  state().resume()
  expect(await outcome(state, 'fault')).toMatchObject({ fault: 'device.other_trail', device })
})

describe('a ride that did not start', () => {
  it('ends the scan when the bike is why, and says which bike', async () => {
    const state = openAnd('1AB')
    await outcome(state, 'ready')
    state().refuse('i1', 'device.occupied')
    expect(state().scan).toMatchObject({ kind: 'fault', fault: 'device.occupied', device: { number: 3 } })
  })

  it('says nothing of another bike that was scanned meanwhile', async () => {
    const state = openAnd('1AB')
    await outcome(state, 'ready')
    state().refuse('i0', 'device.occupied')
    state().refuse('i0', 'network')
    expect(state().scan).toMatchObject({ kind: 'ready', fault: null })
  })

  it('keeps the bike when trying again may help', async () => {
    const state = openAnd('1AB')
    await outcome(state, 'ready')
    state().refuse('i1', 'network')
    expect(state().scan).toMatchObject({ kind: 'ready', fault: 'network' })
  })

  it('is no longer told of once it is tried anew, or the app goes on', async () => {
    const state = openAnd('1AB')
    await outcome(state, 'ready')
    state().refuse('i1', 'network')
    state().forgetFault('ride.already_active')
    expect(state().scan).toMatchObject({ fault: 'network' })
    state().forgetFault()
    expect(state().scan).toMatchObject({ kind: 'ready', fault: null })
    state().refuse('i1', 'network')
    state().resume()
    expect(state().scan).toMatchObject({ kind: 'ready', fault: null })
    expect(scans()).toBe(1)
  })
})

function openAnd(code: string) {
  const state = start()
  state().enter(code)
  return state
}
