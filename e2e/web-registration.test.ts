import { createTicket, type RegistrationTicket } from '@trailpass/shared'
import type { MiniProgramHost } from '@trailpass/simulator/hosts/node'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath, launchBrowser, openPhoneBrowser, type PhoneBrowserOptions } from './support/browser.ts'
import { callBff } from './support/call-bff.ts'
import { createClient } from './support/client.ts'
import { type H5Site, startH5Site } from './support/h5-site.ts'
import { keepPhones } from './support/keep-phones.ts'
import { createPhone } from './support/phone.ts'
import { createPerson } from './support/rider.ts'
import { type SimulatedBike, simulatedBike } from './support/simulated-bike.ts'
import { type Stack, startStack } from './support/stack.ts'
import { readStoredSession } from './support/stored-session.ts'

describe.skipIf(chromiumPath === undefined)('registration on the web', () => {
  let stack: Stack
  let site: H5Site
  let browser: Browser
  let bike: SimulatedBike
  let contexts: BrowserContext[] = []
  const keepPhone = keepPhones()
  const problems: string[] = []

  beforeAll(async () => {
    site = await startH5Site(() => stack.bff.url)
    stack = await startStack({ PUBLIC_H5_URL: site.url, REGISTRATION_MODE: 'web' })
    bike = simulatedBike(stack, 1)
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

  function pickUp(person: string): MiniProgramHost {
    const phone = createPhone(stack, person)
    keepPhone(phone)
    return phone
  }

  async function openInBrowser(url: string, options: Partial<PhoneBrowserOptions> = {}): Promise<Page> {
    const context = await openPhoneBrowser(browser, { simulatorUrl: stack.simulatorUrl, ...options })
    contexts.push(context)
    const page = await context.newPage()
    page.on('pageerror', (error) => problems.push(error.message))
    await page.goto(url)
    return page
  }

  /** The page that the mini program has in its `<web-view>`. */
  async function webViewOf(phone: MiniProgramHost): Promise<string> {
    await phone.waitFor(() => phone.page?.route === 'pages/web-view/index' && phone.webView !== undefined)
    await phone.settle()
    return phone.webView ?? ''
  }

  const ticketIn = (url: string) => /ticket=([\w-]{43})/.exec(url)?.[1] ?? expect.fail(`${url} holds no ticket`)

  async function ticketUrl(person: string): Promise<string> {
    const client = createClient(stack, person)
    await client.session.store.getState().start()
    const { url } = await client.api.call<void, RegistrationTicket>(createTicket)
    return url
  }

  const cookiesOf = (page: Page) => page.context().cookies()

  it('registers whoever scanned a bike; the mini program sees it on return, and the bike is ready', async () => {
    const phone = pickUp(await createPerson(stack))
    phone.start(bike.scanned)
    await phone.waitFor(() => phone.text().includes('1 号车'))
    await phone.settle()
    phone.tap('start-ride')
    await phone.waitFor(() => phone.has('agree'))
    await phone.settle()
    phone.tap('agree')
    await phone.settle()
    phone.tap('start-ride')
    const url = await webViewOf(phone)
    const before = await stack.countUpstream('/sns/oauth2/access_token')

    const page = await openInBrowser(url)
    await page.locator('#submit-registration').waitFor()
    expect(page.url()).toBe(`${site.url}/#/pages/web-registration/index`)
    expect(await cookiesOf(page)).toMatchObject([
      { name: 'trailpass-registration', httpOnly: true, sameSite: 'Lax', path: '/' },
    ])
    // Ticked beside the bike already.
    expect(await page.locator('#agree').getAttribute('aria-checked')).toBe('true')
    await page.locator('#nickname').fill('网上小林')
    await page.locator('#submit-registration').click()
    await page.locator('#web-registration-done').waitFor()
    await expect.poll(() => cookiesOf(page)).toEqual([])
    expect(await stack.countUpstream('/sns/oauth2/access_token')).toBe(before)

    phone.back()
    await phone.waitFor(() => phone.text().includes('网上小林'))
    await phone.settle()
    expect(phone.page?.route).toBe('pages/home/index')
    expect(phone.toasts).toContainEqual({ title: '注册完成', icon: 'success' })
    const { token = '', user } = readStoredSession(phone.storage) ?? {}
    expect(user).toMatchObject({ registered: true, nickname: '网上小林' })
    const { body } = await callBff(stack.bff.url, 'GET', '/v1/userinfo', { token })
    expect(body).toMatchObject({ registered: true, nickname: '网上小林', consents: [{}, {}] })
    phone.tap('start-ride')
    await phone.waitFor(() => phone.page?.route === 'pages/ride/index' && phone.has('ride-distance'))

    const ticket = ticketIn(url)
    for (const place of [site.heard, stack.bff.output]) expect(place).not.toContain(ticket)
    expect(site.heard.toLowerCase()).not.toContain('"referer"')
  })

  it('goes back by itself when the mini program comes to the front after it', async () => {
    const phone = pickUp(await createPerson(stack))
    phone.start()
    await phone.waitFor(() => phone.has('open-profile'))
    await phone.settle()
    phone.tap('open-profile')
    await phone.waitFor(() => phone.has('profile-register'))
    await phone.settle()
    phone.tap('profile-register')
    const url = await webViewOf(phone)
    phone.hide()
    phone.show()
    await phone.settle()
    expect(phone.page?.route).toBe('pages/web-view/index')

    const page = await openInBrowser(url, { inWeChat: false })
    await page.locator('#agree').click()
    phone.hide()
    await page.locator('#submit-registration').click()
    await page.locator('#web-registration-done').waitFor()
    phone.show()
    await phone.waitFor(() => phone.page?.route === 'pages/profile/index' && phone.has('sign-out'))
    expect(readStoredSession(phone.storage)?.user.registered).toBe(true)
  })

  it('stands alone in a browser: terms to read and to tick, a reload, a link that opens once', async () => {
    const url = await ticketUrl(await createPerson(stack))
    const page = await openInBrowser(url, { inWeChat: false })
    await page.locator('#submit-registration').click()
    await page.getByText('请勾选相关条款').waitFor()
    await page.getByText('请勾选相关条款').waitFor({ state: 'hidden' })
    await page.locator('#nickname').fill('独自')
    await page.locator('#agreement-privacy-policy').click()
    await page.locator('#agreement-text').waitFor()
    await page.goBack()
    expect(await page.locator('#nickname').inputValue()).toBe('独自')

    await page.reload()
    await page.locator('#agree').click()
    await page.locator('#nickname').fill('独自一人')
    await page.locator('#submit-registration').click()
    await page.locator('#web-registration-done').waitFor()
    expect(page.url()).not.toContain('ticket')

    const again = await openInBrowser(url)
    await again.locator('#web-registration-closed').waitFor()
    expect(await cookiesOf(again)).toEqual([])
  })

  it('speaks English, and keeps the session of the browser it is opened in', async () => {
    const owner = await createPerson(stack)
    await stack.simulator('POST', '/_sim/current', { user: owner })
    const page = await openInBrowser(site.url, { locale: 'en-US' })
    await page.locator('#invitation').waitFor()
    const mine = await cookiesOf(page)
    await page.goto('about:blank')
    await page.goto(await ticketUrl(await createPerson(stack)))
    await page.locator('#agree').click()
    await page.locator('#submit-registration').click()
    await page.getByText('You are registered').waitFor()
    expect(await page.locator('#web-registration-done').textContent()).toMatch(/^[\x20-\x7e]+$/)
    await expect.poll(() => cookiesOf(page)).toEqual(mine)
    await page.goto('about:blank')
    await page.goto(site.url)
    await page.locator('#invitation').waitFor()
  })
})
