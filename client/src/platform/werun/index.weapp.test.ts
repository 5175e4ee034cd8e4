import Taro from '@tarojs/taro'
import { expect, it, vi } from 'vitest'
import { weRun } from './index.weapp'

const gate = vi.hoisted(() => ({ ensure: async () => false, isAgreed: async () => false }))
vi.mock('../privacy', () => ({ privacy: gate }))

it('reads no steps before its gate, and takes a refusal there for neither denied nor unavailable', async () => {
  expect(await weRun?.read()).toEqual({ kind: 'unagreed' })
  expect(Taro.getSetting).not.toHaveBeenCalled()
})
