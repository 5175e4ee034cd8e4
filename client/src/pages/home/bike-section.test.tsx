import Taro from '@tarojs/taro'
import type { ProblemDevice } from '@trailpass/shared'
import { act } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { draw, find, get, press, text } from '../../../test/draw'
import { exampleRide } from '../../../test/example-ride'
import { agreements, getServices, inSituation, member } from '../../../test/services'
import { toast } from '../../../test/toast'
import type { Scan } from '../../features/scan/scan-store'
import Home from './index'

vi.mock('../../bootstrap', () => import('../../../test/services'))

const ready: Scan = {
  kind: 'ready',
  code: '1AB',
  intent: { device: exampleRide.device, intentId: 'i1', expiresAt: '2026-11-22T08:15:00.000Z' },
  fault: null,
}

function open(situation: Parameters<typeof inSituation>[0]) {
  inSituation(situation)
  draw(<Home />)
}

const scan = () => getServices().scan.getState()
const ride = () => getServices().ride.getState()

beforeEach(() => {
  vi.clearAllMocks()
})

afterEach(() => {
  vi.unstubAllEnvs()
})

describe('without a bike', () => {
  it('offers to scan one', async () => {
    open({ session: { user: member } })
    expect(text('bike-card')).toContain('扫一扫车身上的码')
    vi.mocked(Taro.scanCode).mockResolvedValueOnce({ result: 'https://trail.example/d/1AB' } as never)
    await press('scan')
    expect(scan().take).toHaveBeenCalledExactlyOnceWith('1AB')
    expect(getServices().visit.getState().entry).toEqual({ kind: 'scan', deviceCode: '1AB' })
  })

  it('takes a closed scanner for no fault', async () => {
    open({ session: { user: member } })
    vi.mocked(Taro.scanCode).mockRejectedValueOnce({ errMsg: 'scanCode:fail cancel' })
    await press('scan')
    expect(scan().take).not.toHaveBeenCalled()
  })

  it('hands on a code that is on no bike, and keeps how the person arrived', async () => {
    open({ session: { user: member } })
    vi.mocked(Taro.scanCode).mockResolvedValueOnce({ result: '6901234567892' } as never)
    await press('scan')
    expect(scan().take).toHaveBeenCalledExactlyOnceWith(undefined)
    expect(getServices().visit.getState().entry).toEqual({ kind: 'direct' })
  })
})

describe('with a bike in hand', () => {
  it('waits until the bike is known', () => {
    open({ session: { user: member }, scan: { scan: { kind: 'reading', code: '1AB' } } })
    expect(text('bike-card')).toContain('正在认车')
    expect(get('start-ride')).toHaveProperty('disabled', true)
  })

  it('is one press from riding, and does not start by itself', async () => {
    open({ session: { user: member }, scan: { scan: ready } })
    expect(text('bike-card')).toContain('3 号车青龙湖步道')
    expect(ride().start).not.toHaveBeenCalled()
    await press('start-ride')
    expect(ride().start).toHaveBeenCalledExactlyOnceWith('i1')
    expect(scan().forgetFault).toHaveBeenCalledBefore(vi.mocked(ride().start))
    expect(Taro.navigateTo).toHaveBeenCalledExactlyOnceWith({ url: '/pages/ride/index' })
  })

  it('starts one ride, however often it is pressed before the screen has followed', async () => {
    open({ session: { user: member }, scan: { scan: ready } })
    await act(async () => {
      get('start-ride').click()
      getServices().ride.setState({ starting: true })
      get('start-ride').click()
    })
    expect(ride().start).toHaveBeenCalledOnce()
  })

  it('tells the scan why the ride did not start', async () => {
    open({ session: { user: member }, scan: { scan: ready }, ride: { start: async () => 'device.occupied' } })
    await press('start-ride')
    expect(scan().refuse).toHaveBeenCalledExactlyOnceWith('i1', 'device.occupied')
    expect(Taro.navigateTo).not.toHaveBeenCalled()
  })

  it('keeps the bike when trying again may help', () => {
    open({ session: { user: member }, scan: { scan: { ...ready, fault: 'network' } } })
    expect(text('bike-fault')).toBe('网络没有连上，连上后再试一次')
    expect(find('start-ride')).not.toBeNull()
  })
})

describe('somebody who has signed out', () => {
  const signedOut = { phase: 'signed-out', user: null } as const

  it.each([
    ['with a bike in hand', ready],
    ['whose scan was refused', { kind: 'fault', fault: 'session.missing', isFinal: false, device: null } as const],
  ])('%s signs in by pressing, and goes on there', async (_what, scanned) => {
    open({ session: signedOut, scan: { scan: scanned } })
    expect(text('bike-sign-in')).toBe('登录')
    expect(find('start-ride')).toBeNull()
    expect(find('retry-scan')).toBeNull()
    await press('bike-sign-in')
    expect(getServices().session.getState().signIn).toHaveBeenCalledOnce()
    expect(scan().resume).toHaveBeenCalledOnce()
    expect(find('registration')).toBeNull()
  })

  it('is not taken for a guest while the session is on its way', () => {
    open({ session: { phase: 'starting', user: null }, scan: { scan: ready } })
    expect(get('start-ride')).toHaveProperty('disabled', true)
  })

  it('scans another bike where signing in would not help', () => {
    open({
      session: signedOut,
      scan: { scan: { kind: 'fault', fault: 'device.revoked', isFinal: true, device: null } },
    })
    expect(find('bike-sign-in')).toBeNull()
    expect(find('scan')).not.toBeNull()
  })
})

describe('a guest with a bike in hand', () => {
  it('is asked for the terms by pressing, not on arrival; then registration opens with them ticked', async () => {
    open({ scan: { scan: ready } })
    expect(find('agree')).toBeNull()
    await press('start-ride')
    expect(Taro.showToast).toHaveBeenCalledExactlyOnceWith(toast('请勾选相关条款'))
    expect(find('registration')).toBeNull()
    await press('agree')
    await press('start-ride')
    expect(find('registration')).not.toBeNull()
    expect(document.querySelectorAll('#agree')).toHaveLength(1)
    expect(get('agree').getAttribute('aria-checked')).toBe('true')
    expect(ride().start).not.toHaveBeenCalled()
    expect(scan().drop).not.toHaveBeenCalled()
    await press('cancel-registration')
    expect(text('bike-card')).toContain('3 号车')
  })

  it('finds the focus on the box that the press has drawn', async () => {
    vi.stubEnv('TARO_ENV', 'h5')
    open({ scan: { scan: ready }, registration: { agreements: null } })
    await press('start-ride')
    await act(async () => getServices().registration.setState({ agreements }))
    expect(document.activeElement).toBe(get('agree'))
  })

  it('learns when the terms cannot be shown, and fetches them again by pressing', async () => {
    open({ scan: { scan: ready }, registration: { agreements: null, status: 'error', fault: 'timeout' } })
    await press('start-ride')
    expect(text('terms-fault')).toBe('网络有点慢，请再试一次')
    await press('start-ride')
    expect(getServices().registration.getState().loadAgreements).toHaveBeenCalledTimes(2)
  })
})

describe('a scan that leads nowhere', () => {
  const failed = (fault: string, isFinal = true, device: ProblemDevice | null = null): Scan => ({
    kind: 'fault',
    fault,
    isFinal,
    device,
  })

  it.each([
    ['device.code_forged', '这不是步道通的车码，请扫车身上的码'],
    ['device.code_expired', '二维码已失效，请扫车上的新码'],
    ['device.revoked', '这辆车已停用，换一辆试试'],
    ['device.unknown', '没有找到这辆车，换一辆试试'],
    ['device.occupied', '这辆车正在被使用，换一辆试试'],
    ['device.offline', '这辆车没有连上网络，换一辆试试'],
    ['device.other_trail', '这辆车已搬到别的步道，请扫车上的新码'],
    ['ride.intent_expired', '扫码有一会儿了，请再扫一次车上的码'],
  ])('because of %s says so, and offers to scan again', async (fault, words) => {
    open({ session: { user: member }, scan: { scan: failed(fault) } })
    expect(text('bike-fault')).toBe(words)
    expect(find('scan')).not.toBeNull()
    await press('drop-scan')
    expect(scan().drop).toHaveBeenCalledOnce()
  })

  it.each([
    ['device.occupied', '3 号车正在被使用，换一辆试试'],
    ['device.revoked', '3 号车已停用，换一辆试试'],
    ['device.offline', '3 号车没有连上网络，换一辆试试'],
    ['device.other_trail', '3 号车已搬到白鹭湖步道，请扫车上的新码'],
  ])('because of %s names the bike where it is known', (fault, words) => {
    const device = { number: 3, trailName: '白鹭湖步道' }
    open({ session: { user: member }, scan: { scan: failed(fault, true, device) } })
    expect(text('bike-fault')).toBe(words)
  })

  it('can be tried again where that helps', async () => {
    open({ session: { user: member }, scan: { scan: failed('network', false) } })
    await press('retry-scan')
    expect(scan().resume).toHaveBeenCalledOnce()
  })
})

it('leads back to the ride that is on', async () => {
  open({ session: { user: member }, scan: { scan: ready }, ride: { ride: exampleRide } })
  expect(text('bike-card')).toContain('正在骑 3 号车')
  expect(find('start-ride')).toBeNull()
  await press('continue-ride')
  expect(Taro.navigateTo).toHaveBeenCalledExactlyOnceWith({ url: '/pages/ride/index' })
})
