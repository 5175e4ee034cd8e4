import Taro from '@tarojs/taro'
import { act } from 'react'
import { beforeEach, expect, it, vi } from 'vitest'
import { answer, draw, find, press, text } from '../../test/draw'
import { toast } from '../../test/toast'
import { createPrivacyGate, type PrivacyPlatform } from '../platform/privacy/create-privacy-gate'
import { PrivacySheet } from './privacy-sheet'

type Ask = Parameters<PrivacyPlatform['onNeed']>[0]

const wechat = vi.hoisted(() => ({ ask: (() => {}) as Ask, openContract: vi.fn(async () => {}) }))

vi.mock('../platform/privacy', () => ({
  privacy: createPrivacyGate({
    onNeed: (listener) => {
      wechat.ask = listener
    },
    needsAgreement: async () => true,
    require: async () => {},
    openContract: () => wechat.openContract(),
  }),
}))

const decide = vi.fn()

beforeEach(() => {
  vi.clearAllMocks()
  draw(<PrivacySheet />)
})

const ask = () => act(async () => wechat.ask(decide))

it('is not there until something personal is wanted', async () => {
  expect(find('privacy')).toBeNull()
  await ask()
  expect(text('privacy')).toContain('大致位置，不保存算出你离步道有多远')
  expect(text('privacy')).toContain('同意后，打开首页会算距离，打开记录会更新步数')
})

it('agrees when WeChat has heard the press', async () => {
  await ask()
  await press('agree-privacy')
  expect(decide).toHaveBeenCalledExactlyOnceWith({ event: 'exposureAuthorization' })
  await answer('agree-privacy', 'agreeprivacyauthorization', {})
  expect(decide).toHaveBeenLastCalledWith({ event: 'agree', buttonId: 'agree-privacy' })
})

it('refuses by its button and by its backdrop, and says what that means', async () => {
  await ask()
  await press('refuse-privacy')
  expect(decide).toHaveBeenLastCalledWith({ event: 'disagree' })
  expect(find('privacy')).toBeNull()
  expect(Taro.showToast).toHaveBeenCalledExactlyOnceWith(toast(expect.stringContaining('想用时再点一次')))
  await ask()
  await act(async () => (document.querySelector('.backdrop') as HTMLElement).click())
  expect(find('privacy')).toBeNull()
})

it('shows the declaration at WeChat, or our own words where that does not open', async () => {
  await ask()
  await press('read-privacy')
  expect(wechat.openContract).toHaveBeenCalledOnce()
  expect(Taro.navigateTo).not.toHaveBeenCalled()
  wechat.openContract.mockRejectedValueOnce({ errMsg: 'openPrivacyContract:fail' })
  await press('read-privacy')
  expect(Taro.navigateTo).toHaveBeenCalledExactlyOnceWith({ url: '/pages/agreement/index?id=privacy-policy' })
  await press('refuse-privacy')
})
