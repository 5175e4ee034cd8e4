import { afterEach, describe, expect, it, vi } from 'vitest'

const chrome =
  'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36'

function load(browser: { userAgent: string; clipboard?: object }) {
  vi.resetModules()
  vi.stubGlobal('navigator', browser)
  return import('./index.h5')
}

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

it('downloads a file in a browser', async () => {
  const { saveText, copyText } = await load({ userAgent: chrome })
  vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:1')
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {})
  expect(await saveText?.('mine.json', '{}')).toBe(true)
  expect(click.mock.contexts[0]).toMatchObject({ download: 'mine.json', href: 'blob:1' })
  expect(copyText).toBeUndefined()
})

describe('inside WeChat, which downloads nothing', () => {
  const userAgent = `${chrome} MicroMessenger/8.0.50`

  it('copies the text', async () => {
    const writeText = vi.fn(async () => {})
    const { saveText, copyText } = await load({ userAgent, clipboard: { writeText } })
    expect(saveText).toBeUndefined()
    expect(await copyText?.('{}')).toBe(true)
    expect(writeText).toHaveBeenCalledExactlyOnceWith('{}')
  })

  it.each([
    ['is refused', { clipboard: { writeText: async () => Promise.reject(new Error('NotAllowedError')) } }],
    ['is not there', {}],
  ])('says when the clipboard %s', async (_how, browser) => {
    const { copyText } = await load({ userAgent, ...browser })
    expect(await copyText?.('{}')).toBe(false)
  })
})
