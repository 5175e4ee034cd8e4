import { cookieSessionMode, listRides, type RideList, sessionModeHeader } from '@trailpass/shared'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath, launchBrowser, openPhoneBrowser } from './support/browser.ts'
import { type H5Site, startH5Site } from './support/h5-site.ts'
import { simulatedBike } from './support/simulated-bike.ts'
import { type Stack, startStack } from './support/stack.ts'

describe.skipIf(chromiumPath === undefined)('H5 opened by the code on a bike', () => {
  let stack: Stack
  let site: H5Site
  let browser: Browser
  let phone: BrowserContext

  beforeAll(async () => {
    site = await startH5Site(() => stack.bff.url)
    stack = await startStack({ LOG_LEVEL: 'warn', PUBLIC_H5_URL: site.url })
    browser = await launchBrowser()
    phone = await openPhoneBrowser(browser, { simulatorUrl: stack.simulatorUrl })
  })
  afterAll(async () => {
    await browser.close()
    await site.close()
    await stack.stop()
  })

  async function registerBesideTheBike(page: Page): Promise<void> {
    await page.locator('#start-ride').click()
    await page.locator('#agree').click()
    await page.locator('#start-ride').click()
    await page.locator('#nickname').fill('小林')
    await page.locator('#submit-registration').click()
    await page.locator('#registration').waitFor({ state: 'detached' })
  }

  it('keeps the bike through WeChat’s redirect and registration, shows the ride live, and stores it', async () => {
    const bike = simulatedBike(stack, 1)
    const page = await phone.newPage()
    const problems: string[] = []
    page.on('pageerror', (error) => problems.push(error.message))
    await page.goto(`${site.url}/?scene=${encodeURIComponent(bike.code)}#/pages/home/index`)
    await page.getByText('1 号车').waitFor()
    await registerBesideTheBike(page)
    await page.getByText('1 号车').waitFor()

    await page.locator('#start-ride').click()
    await page.locator('#ride-distance').waitFor()
    await bike.pedal(60)
    await page.getByText('0.30').waitFor()
    await page.locator('#finish-ride').dispatchEvent('touchstart')
    await page.locator('#ride-summary').waitFor()
    await page.locator('#ride-done').click()
    await page.getByText('0.3').first().waitFor()

    const headers = { [sessionModeHeader]: cookieSessionMode }
    const answer = await phone.request.get(`${site.url}${listRides.path}`, { headers })
    const { rides } = (await answer.json()) as RideList
    expect(rides).toMatchObject([{ state: 'finished', distanceMeters: 300, movingSeconds: 60 }])
    expect(problems).toEqual([])
  })
})
