import Taro from '@tarojs/taro'
import { afterEach, expect, it, vi } from 'vitest'
import { draw } from '../test/draw'
import { getServices, inSituation } from '../test/services'
import App from './app'

vi.mock('./bootstrap', () => import('../test/services'))
const language = vi.hoisted(() => ({ now: 'zh-CN' as 'zh-CN' | 'en' }))
vi.mock('./lib/locale', () => ({ locale: () => language.now }))

afterEach(() => {
  vi.unstubAllEnvs()
})

it('goes on where it stopped when it is shown, and when there is a network again', async () => {
  inSituation()
  draw(<App />)
  const { session, scan, ride } = getServices()
  await vi.waitFor(() => expect(ride.getState().load).toHaveBeenCalledOnce(), 10_000)
  vi.mocked(Taro.onNetworkStatusChange).mock.lastCall?.[0]({ isConnected: true, networkType: 'wifi' })
  await vi.waitFor(() => expect(ride.getState().load).toHaveBeenCalledTimes(2), 10_000)
  expect(session.getState().wake).toHaveBeenCalledTimes(2)
  expect(scan.getState().resume).toHaveBeenCalledTimes(2)
})

it('fetches what could not be fetched when there is a network again, and leaves alone what is well', async () => {
  for (const fault of [null, 'network']) {
    document.body.replaceChildren()
    inSituation({ overview: { fault } })
    draw(<App />)
    const { overview, leaderboard, sport } = getServices()
    expect(leaderboard.getState().retry).not.toHaveBeenCalled()
    vi.mocked(Taro.onNetworkStatusChange).mock.lastCall?.[0]({ isConnected: true, networkType: 'wifi' })
    await vi.waitFor(() => expect(leaderboard.getState().retry).toHaveBeenCalledOnce(), 10_000)
    expect(sport.getState().retry).toHaveBeenCalledOnce()
    expect(overview.getState().load).toHaveBeenCalledTimes(fault === null ? 0 : 1)
  }
})

it.each(['zh-CN', 'en'] as const)('tells a browser that it speaks %s', (locale) => {
  vi.stubEnv('TARO_ENV', 'h5')
  language.now = locale
  inSituation()
  draw(<App />)
  expect(document.documentElement.lang).toBe(locale)
})
