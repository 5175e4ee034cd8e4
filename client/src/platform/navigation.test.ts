import Taro from '@tarojs/taro'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openPage } from './navigation'

const opened = vi.mocked(Taro.navigateTo)

beforeEach(() => {
  opened.mockResolvedValue({ errMsg: 'navigateTo:ok' })
})

afterEach(() => {
  vi.unstubAllEnvs()
  vi.useRealTimers()
  opened.mockReset()
})

it('opens one page, however often it is pressed, until that one has come', async () => {
  let come = () => {}
  opened.mockReturnValueOnce(
    new Promise((resolve) => {
      come = () => resolve({ errMsg: 'navigateTo:ok' })
    }),
  )
  openPage('/pages/ride/index')
  openPage('/pages/ride/index')
  openPage('/pages/help/index')
  expect(opened).toHaveBeenCalledExactlyOnceWith({ url: '/pages/ride/index' })
  come()
  await new Promise(setImmediate)
  openPage('/pages/ride/index')
  expect(opened).toHaveBeenCalledTimes(2)
})

it('opens no second page in a browser that is on its way there, but takes one that never came for another try', async () => {
  vi.stubEnv('TARO_ENV', 'h5')
  vi.useFakeTimers({ toFake: ['Date'] })
  opened.mockImplementation(async ({ url }) => {
    window.location.hash = url
    return { errMsg: 'navigateTo:ok' }
  })
  const press = async () => {
    openPage('/pages/ride/index')
    await new Promise(setImmediate)
    return opened.mock.calls.length
  }
  expect(await press()).toBe(1)
  expect(await press()).toBe(1)
  vi.setSystemTime(Date.now() + 1000)
  expect(await press()).toBe(2)
})
