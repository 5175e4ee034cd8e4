import Taro from '@tarojs/taro'
import { expect, it, vi } from 'vitest'
import { watchForNetwork } from './index'
import { watchForNetwork as watchInBrowser } from './index.h5'

it('calls when a mini program has a network, and not when it loses one', () => {
  const onConnected = vi.fn()
  watchForNetwork(onConnected)
  const [tell] = vi.mocked(Taro.onNetworkStatusChange).mock.lastCall ?? []
  tell?.({ isConnected: false, networkType: 'none' })
  expect(onConnected).not.toHaveBeenCalled()
  tell?.({ isConnected: true, networkType: '4g' })
  expect(onConnected).toHaveBeenCalledOnce()
})

it('calls when a browser is online again', () => {
  const onConnected = vi.fn()
  watchInBrowser(onConnected)
  window.dispatchEvent(new Event('offline'))
  expect(onConnected).not.toHaveBeenCalled()
  window.dispatchEvent(new Event('online'))
  expect(onConnected).toHaveBeenCalledOnce()
})
