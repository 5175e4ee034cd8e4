import Taro from '@tarojs/taro'
import { expect, it, vi } from 'vitest'
import { randomId } from './index.weapp'
import { patienceMs } from './types'

type Options = Parameters<typeof Taro.getRandomValues>[0]

it('takes the bytes that WeChat gives', async () => {
  vi.mocked(Taro.getRandomValues).mockImplementationOnce((({ length, success }: Options) =>
    success?.({ randomValues: new Uint8Array(length).fill(255).buffer, errMsg: '' })) as never)
  expect(await randomId()).toBe('_'.repeat(32))
})

it('does not wait for ever', async () => {
  vi.useFakeTimers()
  vi.mocked(Taro.getRandomValues).mockImplementationOnce((() => {}) as never)
  const refused = expect(randomId()).rejects.toThrow('no answer in time')
  await vi.advanceTimersByTimeAsync(patienceMs)
  await refused
  vi.useRealTimers()
})

it('makes no weaker id where WeChat fails to give any: a nonce is made of it', async () => {
  vi.mocked(Taro.getRandomValues).mockImplementationOnce((({ fail }: Options) =>
    fail?.({ errMsg: 'getRandomValues:fail' })) as never)
  await expect(randomId()).rejects.toMatchObject({ errMsg: 'getRandomValues:fail' })
})
