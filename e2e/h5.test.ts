import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath, launchBrowser, openPhoneBrowser, type PhoneBrowserOptions } from './support/browser.ts'
import { callBff } from './support/call-bff.ts'
import { type H5Site, startH5Site } from './support/h5-site.ts'
import { type Stack, startStack } from './support/stack.ts'

describe.skipIf(chromiumPath === undefined)('H5 in Chromium', () => {
  let stack: Stack
  let site: H5Site
  let browser: Browser
  let contexts: BrowserContext[] = []
  const problems: string[] = []

  beforeAll(async () => {
    site = await startH5Site(() => stack.bff.url)
    stack = await startStack({ LOG_LEVEL: 'warn', PUBLIC_H5_URL: site.url })
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await site.close()
    await stack.stop()
  })
  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()))
    contexts = []
    expect(problems.splice(0)).toEqual([])
  })

  async function openPhone(
    user: string,
    options: Partial<PhoneBrowserOptions> = {},
    prepare: (page: Page) => Promise<unknown> = async () => {},
  ): Promise<Page> {
    await stack.simulator('POST', '/_sim/current', { user })
    const context = await openPhoneBrowser(browser, { simulatorUrl: stack.simulatorUrl, ...options })
    contexts.push(context)
    const page = await context.newPage()
    page.on('pageerror', (error) => problems.push(error.message))
    await prepare(page)
    await page.goto(site.url)
    await page.getByText('青龙湖步道').first().waitFor()
    return page
  }

  /** The network loses these requests for a session. */
  const lose = (page: Page, method: 'POST' | 'DELETE') =>
    page.route('**/v1/session', (route) => (route.request().method() === method ? route.abort() : route.continue()))

  async function register(page: Page, nickname: string): Promise<void> {
    await page.locator('#register').click()
    await page.locator('#agree').waitFor()
    await page.locator('#nickname').fill(nickname)
    await page.locator('#agree').click()
    await page.locator('#submit-registration').click()
    await page.getByText(nickname).first().waitFor()
    await page.locator('#registration').waitFor({ state: 'detached' })
  }

  it('signs in silently through WeChat’s redirect and leaves neither code nor state in the address', async () => {
    const page = await openPhone('alice')
    await page.locator('#invitation').waitFor()
    expect(page.url()).not.toMatch(/code=|state=/)
    const cookies = await page.context().cookies()
    expect(cookies).toMatchObject([{ httpOnly: true, sameSite: 'Lax', path: '/' }])
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
    expect(kept).not.toContain(cookies[0]?.value)
  })

  it('asks for no file before the first page is there that its page does not name', async () => {
    const page = await openPhone('alice')
    const html = await (await fetch(site.url)).text()
    const fetched = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
    const files = fetched.filter((url) => /\.(js|css)$/.test(url)).map((url) => url.slice(`${site.url}/`.length))
    expect(files.length).toBeGreaterThan(2)
    expect(files.filter((file) => !html.includes(file))).toEqual([])
    expect(new Set(files).size).toBe(files.length)
  })

  it('registers: unticked it says so, the terms can be read, and the name appears', async () => {
    const page = await openPhone('bob')
    await page.locator('#register').click()
    await page.locator('#agree').waitFor()
    await page.locator('#nickname').fill('小林')
    await page.locator('#submit-registration').click()
    await page.getByText('请勾选相关条款').waitFor()
    await page.getByText('请勾选相关条款').waitFor({ state: 'hidden' })
    await page.locator('#agreement-privacy-policy').click()
    await page.locator('#agreement-text').waitFor()
    await page.goBack()
    await page.locator('#agree').click()
    await page.locator('#submit-registration').click()
    await page.locator('#registration').waitFor({ state: 'detached' })
    await page.getByText('小林').first().waitFor()
    await page.getByText('注册完成').waitFor({ state: 'hidden' })

    await page.locator('#open-profile').click()
    await page.locator('#sign-out').waitFor()
  })

  it('keeps what was typed when the session dies, and signing in leads through WeChat and back', async () => {
    const page = await openPhone('erin')
    await page.locator('#register').click()
    await page.locator('#agree').waitFor()
    await page.locator('#nickname').fill('晓楠')
    const [cookie] = await page.context().cookies()
    const asOwn = { cookie: `${cookie?.name}=${cookie?.value}`, origin: site.url, 'trailpass-session': 'cookie' }
    expect((await callBff(stack.bff.url, 'DELETE', '/v1/session', { headers: asOwn })).status).toBe(204)
    const asked = await stack.countUpstream('/sns/oauth2/access_token')
    await page.locator('#agree').click()
    await page.locator('#submit-registration').click()
    await expect.poll(() => stack.countUpstream('/sns/oauth2/access_token'), { timeout: 15_000 }).toBe(asked + 1)

    await page.locator('#register').click()
    await page.locator('#agree').waitFor()
    expect(await page.locator('#nickname').inputValue()).toBe('晓楠')
    await page.locator('#agree').click()
    await page.locator('#submit-registration').click()
    await page.locator('#registration').waitFor({ state: 'detached' })
    await page.getByText('晓楠').first().waitFor()
    expect(await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.includes('draft')))).toEqual([])
  })

  it('stays signed in over a reload, without another way through WeChat', async () => {
    const page = await openPhone('carol')
    await register(page, '卡罗')
    const asked = await stack.countUpstream('/sns/oauth2/access_token')
    await page.reload()
    await page.getByText('卡罗').first().waitFor()
    expect(await stack.countUpstream('/sns/oauth2/access_token')).toBe(asked)
  })

  it('saves a nickname and an avatar', async () => {
    const page = await openPhone('carol')
    await page.getByText('卡罗').first().waitFor()
    await page.locator('#open-profile').click()
    await page.locator('#nickname').fill('卡罗琳')
    await page.locator('#save-profile').click()
    await page.getByText('已保存').waitFor()
    const chooser = page.waitForEvent('filechooser')
    await page.locator('#avatar').click()
    await (await chooser).setFiles({
      name: 'me.png',
      mimeType: 'image/png',
      buffer: await page.screenshot({ scale: 'css' }),
    })
    const picture = page.locator('#avatar img[src*="/v1/avatars/"]')
    await picture.waitFor()
    // The server encodes it anew, 512 pixels at most a side.
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalHeight)).toBe(512)
    await page.reload()
    await page.getByText('卡罗琳').first().waitFor()
  })

  it('signs out, remembers it, and signs in again when asked', async () => {
    const page = await openPhone('dave')
    await register(page, '大卫')
    const [cookie] = await page.context().cookies()
    await page.locator('#open-profile').click()
    await page.locator('#sign-out').click()
    await page.getByText('退出', { exact: true }).click()
    await page.locator('#sign-in').waitFor()
    const ask = () => callBff(stack.bff.url, 'GET', '/v1/userinfo', { token: cookie?.value ?? '' })
    await expect.poll(async () => (await ask()).status).toBe(401)
    await page.goto(site.url)
    await page.locator('#banner-sign-in').waitFor()
    await page.locator('#banner-sign-in').click()
    await page.getByText('大卫').first().waitFor()
  })

  it('ends in no tab what another has signed in, after a sign-out that the network lost', async () => {
    const page = await openPhone('dave')
    await page.getByText('大卫').first().waitFor()
    await lose(page, 'DELETE')
    await page.locator('#open-profile').click()
    await page.locator('#sign-out').click()
    await page.getByText('退出', { exact: true }).click()
    await page.locator('#sign-in').waitFor()

    const other = await page.context().newPage()
    await other.goto(site.url)
    await other.locator('#banner-sign-in').click()
    await other.getByText('大卫').first().waitFor()
    await page.unroute('**/v1/session')
    await page.evaluate(() => window.dispatchEvent(new Event('online')))
    await page.locator('#sign-out').waitFor()
    await other.reload()
    await other.getByText('大卫').first().waitFor()
  })

  it('signs in with the code it has once the network is back, without another way through WeChat', async () => {
    const asked = await stack.countUpstream('/sns/oauth2/access_token')
    const page = await openPhone('frank', {}, (page) => lose(page, 'POST'))
    await page.locator('#retry').waitFor()
    await page.context().setOffline(true)
    await page.unroute('**/v1/session')
    await page.context().setOffline(false)
    await page.locator('#retry').waitFor({ state: 'detached' })
    await page.locator('#invitation').waitFor()
    expect((await page.context().cookies()).length).toBe(1)
    expect(await stack.countUpstream('/sns/oauth2/access_token')).toBe(asked + 1)
  })

  it('is dark where the person likes it dark', async () => {
    const page = await openPhone('bob', { colorScheme: 'dark' })
    await page.getByText('小林').first().waitFor()
    const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    expect(background).toBe('rgb(13, 19, 16)')
  })

  it('speaks English', async () => {
    const page = await openPhone('alice', { locale: 'en-US' })
    await page.locator('#invitation').waitFor()
    expect(await page.locator('#not-now').textContent()).toMatch(/^[\x20-\x7e\u2019]+$/)
    await page.locator('#register').click()
    await page.getByText('Privacy Policy', { exact: true }).click()
    await page.getByText('Rough location').waitFor()
  })

  it('offers a QR code and words outside WeChat, and everything that needs no name', async () => {
    const page = await openPhone('alice', { inWeChat: false })
    await page.getByText('在微信里打开', { exact: true }).waitFor()
    expect(page.url().startsWith(site.url)).toBe(true)
  })

  it('stays usable when WeChat is down', async () => {
    await stack.simulator('POST', '/_sim/faults', { mode: 'busy', path: '/sns/oauth2/access_token' })
    try {
      const page = await openPhone('alice')
      await page.getByText('微信暂时没有回应').waitFor()
    } finally {
      await stack.simulator('POST', '/_sim/faults', { mode: 'off' })
    }
  })

  it('refuses a write from a foreign page that carries the cookie', async () => {
    const page = await openPhone('carol')
    await page.getByText('卡罗琳').first().waitFor()
    const [cookie] = await page.context().cookies()
    const attack = (headers: Record<string, string>) =>
      callBff(stack.bff.url, 'DELETE', '/v1/session', {
        headers: { cookie: `${cookie?.name}=${cookie?.value}`, ...headers },
      })
    expect((await attack({ origin: site.url })).body.code).toBe('session.missing')
    expect((await attack({ origin: 'https://evil.example', 'trailpass-session': 'cookie' })).body.code).toBe(
      'request.origin_refused',
    )
    expect((await attack({ 'trailpass-session': 'cookie' })).body.code).toBe('request.origin_refused')
  })
})
