import Taro from '@tarojs/taro'
import { expect, it, vi } from 'vitest'
import { draw } from '../test/draw'
import { getServices, inSituation } from '../test/services'
import App from './app'

vi.mock('./bootstrap', () => import('../test/services'))

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
