import { beforeEach, describe, expect, it } from 'vitest'
import { createMemoryStorage } from '../../../test/phone'
import { NetworkError } from '../../api/api-error'
import { createOAuthCredentials, type OAuthSettings, type OAuthTab } from './oauth-credentials'

const page = 'https://trail.example/app/'
const settings: OAuthSettings = { appId: 'wxh5', oauthUrl: 'https://open.weixin.qq.com', isWeChatOnly: true }
const randomId = async () => 'abcDEF123-_ghiJKL456mnoPQR789stu'
const state = 'abcDEF123ghiJKL456mnoPQR789stu'

/** A tab that stays, and where it was sent. */
function createTab(notes = createMemoryStorage()) {
  const left: string[] = []
  const steps: string[] = []
  const tab = {
    address: page,
    href: () => tab.address,
    rewrite: (href: string) => {
      tab.address = href
    },
    painted: async () => void steps.push('painted'),
    leave: async (url: string): Promise<never> => {
      steps.push('left')
      left.push(url)
      throw new Error('gone')
    },
    online: true,
    isOnline: () => tab.online,
    notes,
    isWeChat: true,
    left,
    steps,
  }
  return tab satisfies OAuthTab
}

let tab: ReturnType<typeof createTab>

/** Loads the page in this tab, at this address. */
function load(address: string, over: Partial<OAuthSettings> = {}) {
  tab.address = address
  return createOAuthCredentials(tab, randomId, { ...settings, ...over })
}

const leaving = (credentials: ReturnType<typeof load>, asked = false) =>
  expect(credentials.obtain({ asked })).rejects.toThrow('gone')

beforeEach(() => {
  tab = createTab()
})

describe('without a code', () => {
  it('paints first, then goes to WeChat with the address to come back to', async () => {
    await leaving(load(`${page}?scene=1AB#/pages/profile/index`))
    expect(tab.steps).toEqual(['painted', 'left'])
    expect(tab.left[0]).toBe(
      `https://open.weixin.qq.com/connect/oauth2/authorize?appid=wxh5&redirect_uri=${encodeURIComponent(`${page}?scene=1AB`)}` +
        `&response_type=code&scope=snsapi_base&state=${state}#wechat_redirect`,
    )
  })

  it('stays while there is no network, and may still go by itself once there is', async () => {
    const credentials = load(page)
    tab.online = false
    for (const asked of [false, true]) await expect(credentials.obtain({ asked })).rejects.toThrow(NetworkError)
    expect(tab.steps).toEqual([])
    tab.online = true
    await leaving(credentials)
  })

  it('goes once per visit by itself, and again whenever the person asks', async () => {
    await leaving(load(page))
    await expect(load(page).obtain({ asked: false })).rejects.toMatchObject({ fault: 'login.failed' })
    await leaving(load(page), true)
    await leaving(load(page), true)
    expect(tab.left).toHaveLength(3)
  })

  it('stays outside WeChat, where WeChat would not answer', async () => {
    tab.isWeChat = false
    await expect(load(page).obtain({ asked: true })).rejects.toMatchObject({ fault: 'login.outside_wechat' })
    expect(tab.left).toEqual([])
  })

  it('goes from any browser where something else plays WeChat', async () => {
    tab.isWeChat = false
    await leaving(load(page, { oauthUrl: 'http://127.0.0.1:4010', isWeChatOnly: false }))
    expect(tab.left[0]).toMatch(/^http:\/\/127\.0\.0\.1:4010\/connect\/oauth2\/authorize\?/)
  })

  it('stays in a tab that keeps nothing, since it would go in circles', async () => {
    tab.notes = { ...createMemoryStorage(), write() {} }
    await expect(load(page).obtain({ asked: true })).rejects.toMatchObject({ fault: 'login.failed' })
    expect(tab.left).toEqual([])
  })

  it('fails in a build that names no official account', async () => {
    await expect(load(page, { appId: '' }).obtain({ asked: true })).rejects.toMatchObject({ fault: 'login.failed' })
  })
})

describe('coming back', () => {
  it('takes the code off the address at once and uses it once', async () => {
    await leaving(load(page))
    const credentials = load(`${page}?code=C1&state=${state}`)
    expect(tab.address).toBe(page)
    await expect(credentials.obtain({ asked: false })).resolves.toBe('C1')
    await expect(credentials.obtain({ asked: false })).rejects.toMatchObject({ fault: 'login.failed' })
  })

  it('returns to the very page, whichever side of the hash the parameters came', async () => {
    await leaving(load(`${page}?scene=1AB#/pages/profile/index?tab=2`))
    load(`${page}?scene=1AB&code=C1&state=${state}`)
    expect(tab.address).toBe(`${page}?scene=1AB#/pages/profile/index?tab=2`)
  })

  it.each([
    ['another state', `code=C1&state=wrong`],
    ['no state', 'code=C1'],
    ['no code', `state=${state}`],
  ])('with %s is ignored, and off the address all the same', async (_what, query) => {
    await leaving(load(page))
    const credentials = load(`${page}?${query}`)
    expect(tab.address).toBe(page)
    await expect(credentials.obtain({ asked: false })).rejects.toMatchObject({ fault: 'login.failed' })
  })

  it('without having left is ignored: somebody else made that link', async () => {
    const credentials = load(`${page}?code=C1&state=undefined`)
    await leaving(credentials)
    expect(tab.left).toHaveLength(1)
  })

  it('is believed once: the same address again is ignored', async () => {
    await leaving(load(page))
    load(`${page}?code=C1&state=${state}`)
    await expect(load(`${page}?code=C1&state=${state}`).obtain({ asked: false })).rejects.toMatchObject({
      fault: 'login.failed',
    })
  })
})
