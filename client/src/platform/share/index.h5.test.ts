import { afterEach, expect, it, vi } from 'vitest'
import { sharing } from './index.h5'

afterEach(() => vi.unstubAllGlobals())

const share = () => sharing.shareLink?.('骑了 1.5 公里', 'pages/home/index?entry=share')
const address = expect.stringMatching(/^http.*#\/pages\/home\/index\?entry=share$/)

it('hands the address to the browser, which asks where it goes', async () => {
  const browser = { share: vi.fn(async () => {}) }
  vi.stubGlobal('navigator', browser)
  expect(await share()).toBe('shared')
  expect(browser.share).toHaveBeenCalledExactlyOnceWith({ title: '骑了 1.5 公里', url: address })
})

it('takes a closed sheet for no failure', async () => {
  const closed = Object.assign(new Error('closed'), { name: 'AbortError' })
  vi.stubGlobal('navigator', { share: async () => Promise.reject(closed) })
  expect(await share()).toBe('shared')
})

it('copies the address where the browser shares nothing', async () => {
  const writeText = vi.fn(async () => {})
  vi.stubGlobal('navigator', { clipboard: { writeText } })
  expect(await share()).toBe('copied')
  expect(writeText).toHaveBeenCalledExactlyOnceWith(address)
})

it('says when neither works', async () => {
  vi.stubGlobal('navigator', {})
  expect(await share()).toBe('failed')
})
