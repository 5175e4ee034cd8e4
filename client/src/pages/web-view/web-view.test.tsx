import Taro from '@tarojs/taro'
import { act } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { draw, find, press } from '../../../test/draw'
import { getServices, guest, inSituation, member } from '../../../test/services'
import { routerParams } from '../../../test/stubs/taro'
import { toast } from '../../../test/toast'
import WebView from './index'

vi.mock('../../bootstrap', () => import('../../../test/services'))

const shown = vi.hoisted(() => ({ again: () => {}, unload: () => {} }))
vi.mock('@tarojs/taro', async (original) => ({
  ...(await original<typeof import('../../../test/stubs/taro')>()),
  useDidShow(callback: () => void) {
    shown.again = callback
  },
  useUnload(callback: () => void) {
    shown.unload = callback
  },
}))

const url = 'about:blank#/pages/web-registration/index?ticket=T'
const frame = () => document.querySelector('iframe')

async function open(situation: Parameters<typeof inSituation>[0] = {}) {
  inSituation({ registration: { openOnWeb: vi.fn(async () => url) }, ...situation })
  await act(async () => draw(<WebView />))
}

/** The server says from now on that the person is registered. */
function registerElsewhere() {
  const { session } = getServices()
  vi.mocked(session.getState().refresh).mockImplementation(async () => session.setState({ user: member }))
}

beforeEach(() => vi.clearAllMocks())
afterEach(() => {
  delete routerParams.terms
})

it('shows the page of a ticket made for this visit, with what the mini program knows', async () => {
  await open()
  expect(frame()?.src).toBe(`${url}&entry=direct`)
  expect(getServices().registration.getState().openOnWeb).toHaveBeenCalledOnce()
})

it('hands on the tick of the terms', async () => {
  routerParams.terms = 'ticked'
  await open()
  expect(frame()?.src).toBe(`${url}&entry=direct&terms=ticked`)
})

it('says why there is no ticket, and asks again', async () => {
  const openOnWeb = vi.fn<() => Promise<string | null>>(async () => null)
  await open({ registration: { openOnWeb, status: 'error', fault: 'network' } })
  expect(document.body.textContent).toContain('网络没有连上')
  openOnWeb.mockResolvedValue(url)
  await press('retry')
  expect(frame()).not.toBeNull()
})

it('looks again when the person goes back, and says that it is done', async () => {
  await open({ session: { user: guest } })
  registerElsewhere()
  await act(async () => shown.unload())
  expect(getServices().session.getState().user).toEqual(member)
  expect(Taro.showToast).toHaveBeenCalledExactlyOnceWith(toast('注册完成', 'success'))
})

it('goes back by itself when the app comes back and the person has registered, and not before', async () => {
  await open({ session: { user: guest } })
  await act(async () => shown.again())
  expect(getServices().session.getState().refresh).toHaveBeenCalledOnce()
  expect(Taro.navigateBack).not.toHaveBeenCalled()
  expect(find('web-registration')).not.toBeNull()
  registerElsewhere()
  await act(async () => shown.again())
  expect(Taro.navigateBack).toHaveBeenCalledOnce()
})
