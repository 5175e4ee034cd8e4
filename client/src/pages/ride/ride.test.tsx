import Taro from '@tarojs/taro'
import { act } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { draw, find, get, press, text } from '../../../test/draw'
import { exampleRide } from '../../../test/example-ride'
import { getServices, inSituation, member } from '../../../test/services'
import { shared } from '../../../test/stubs/taro'
import RidePage from './index'

vi.mock('../../bootstrap', () => import('../../../test/services'))

function open(ride: NonNullable<Parameters<typeof inSituation>[0]>['ride'] = { ride: exampleRide }) {
  inSituation({ session: { user: member }, ride })
  draw(<RidePage />)
}

const store = () => getServices().ride.getState()

/** A finger comes down on the ring, moves or leaves it. */
const touch = (type: 'touchstart' | 'touchmove' | 'touchend', at?: [x: number, y: number]) =>
  act(async () => {
    const touches = at && [{ clientX: at[0], clientY: at[1] }]
    get('finish-ride').dispatchEvent(Object.assign(new Event(type, { bubbles: true }), { touches }))
  })

beforeEach(() => {
  vi.clearAllMocks()
})

describe('a ride', () => {
  it('shows how far, how long, how fast and what for', () => {
    open()
    expect(text('ride-distance')).toBe('里程1.23公里')
    expect(document.body.textContent).toContain('3 号车青龙湖步道')
    expect(document.body.textContent).toContain('用时4:05')
    expect(document.body.textContent).toContain('时速19.8公里/时')
    expect(document.body.textContent).toContain('消耗42千卡')
    expect(find('ride-weak')).toBeNull()
  })

  it('is watched while it is on screen', () => {
    open()
    expect(store().watch).toHaveBeenCalledOnce()
  })

  it('says that the bike keeps count while the signal is weak', () => {
    open({ ride: exampleRide, weak: true })
    expect(text('ride-weak')).toBe('信号弱，里程由车记着，连上后补上')
  })

  it('stands still before anything is known, and shows the way when there is none', async () => {
    open({ ride: null, known: false })
    expect(find('ride-home')).toBeNull()
    document.body.replaceChildren()
    open({ ride: null, known: false, weak: true })
    expect(document.body.textContent).toContain('暂时没有收到回应')
    document.body.replaceChildren()
    open({ ride: null })
    expect(document.body.textContent).toContain('现在没有骑行，扫车上的码就能开始')
    await press('ride-home')
    expect(Taro.navigateBack).toHaveBeenCalledOnce()
  })
})

describe('finishing', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    return () => vi.useRealTimers()
  })

  it('takes a finger that rests on it, and asks no more', async () => {
    open()
    await touch('touchstart')
    await act(async () => vi.advanceTimersByTime(799))
    expect(store().finish).not.toHaveBeenCalled()
    await act(async () => vi.advanceTimersByTime(1))
    expect(store().finish).toHaveBeenCalledOnce()
    await touch('touchend')
    await press('finish-ride')
    expect(Taro.showModal).not.toHaveBeenCalled()
    expect(store().finish).toHaveBeenCalledOnce()
    // No tap, but a keyboard or a screen reader.
    await press('finish-ride')
    expect(Taro.showModal).toHaveBeenCalledOnce()
  })

  it.each([
    { to: [106, 208] as [number, number], rests: true },
    { to: [100, 211] as [number, number], rests: false },
  ])('takes a finger that has moved to $to for one that rests: $rests', async ({ to, rests }) => {
    open()
    await touch('touchstart', [100, 200])
    await touch('touchmove', to)
    await act(async () => vi.advanceTimersByTime(800))
    expect(store().finish).toHaveBeenCalledTimes(rests ? 1 : 0)
  })

  it('does not go on for a finger that has left while another came', async () => {
    open()
    await touch('touchstart')
    await touch('touchstart')
    await touch('touchend')
    await act(async () => vi.advanceTimersByTime(800))
    expect(store().finish).not.toHaveBeenCalled()
  })

  it('asks whoever taps it, by keyboard or screen reader for instance', async () => {
    open()
    await touch('touchstart')
    await touch('touchend')
    await act(async () => vi.advanceTimersByTime(800))
    vi.mocked(Taro.showModal).mockResolvedValueOnce({ confirm: false, cancel: true, errMsg: '' })
    await press('finish-ride')
    expect(store().finish).not.toHaveBeenCalled()
    await press('finish-ride')
    expect(Taro.showModal).toHaveBeenCalledTimes(2)
    expect(store().finish).toHaveBeenCalledOnce()
  })
})

describe('what the ride was', () => {
  const ride = { ...exampleRide, state: 'finished' as const, speedMetersPerSecond: 0 }

  it('is shown until it is put away', async () => {
    open({ summary: { ride, isSent: true } })
    expect(text('ride-summary')).toContain('骑行完成3 号车 · 青龙湖步道')
    expect(text('ride-summary')).toContain('平均时速18.1公里/时')
    expect(find('ride-pending')).toBeNull()
    await press('ride-done')
    expect(store().putAway).toHaveBeenCalledOnce()
    expect(Taro.navigateBack).toHaveBeenCalledOnce()
  })

  it.each([
    [12, 9, '本周排名12 → 9'],
    [9, 9, '本周排名9'],
    [null, 31, '本周排名31上榜'],
  ])('tells how it moved its rider from %s to %s', (before, after, words) => {
    open({ summary: { ride: { ...ride, ranking: { period: 'week', before, after } }, isSent: true } })
    expect(text('ride-rank')).toBe(words)
  })

  it('fills the ring of the day, which is asked for anew', () => {
    open({ summary: { ride, isSent: true } })
    expect(getServices().sport.getState().load).toHaveBeenCalledExactlyOnceWith(member.userId, '7d')
    expect(get('sport-ring').getAttribute('aria-label')).toBe('今天')
  })

  it('tells no place of who has none', () => {
    open({ summary: { ride, isSent: true } })
    expect(find('ride-rank')).toBeNull()
  })

  it('is given to a chat with its figures, leading home, and with nothing of who rode', async () => {
    open({ summary: { ride, isSent: true } })
    expect(text('share-ride')).toBe('分享给朋友')
    expect(shared.card?.()).toEqual({ title: '我在青龙湖步道骑了 1.23 公里', path: '/pages/home/index?entry=share' })
  })

  it('is given as far as it went, however short it was', () => {
    open({ summary: { ride: { ...ride, distanceMeters: 42 }, isSent: true } })
    expect(shared.card?.()).toMatchObject({ title: '我在青龙湖步道骑了 0.04 公里' })
  })

  it('says when it still waits on the phone', () => {
    open({ summary: { ride, isSent: false } })
    expect(text('ride-pending')).toBe('已保存在手机，连上网络后自动上传')
  })

  it('leads home when there is nothing to go back to', async () => {
    open({ summary: { ride, isSent: true } })
    vi.mocked(Taro.getCurrentPages).mockReturnValueOnce([{}] as ReturnType<typeof Taro.getCurrentPages>)
    await press('ride-done')
    expect(Taro.reLaunch).toHaveBeenCalledExactlyOnceWith({ url: '/pages/home/index' })
  })
})
