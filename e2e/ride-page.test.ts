import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath, launchBrowser, openPhoneBrowser } from './support/browser.ts'
import { type H5Site, startH5Site } from './support/h5-site.ts'
import { type Stack, startStack } from './support/stack.ts'

describe.skipIf(chromiumPath === undefined)('the simulator’s page of bikes', () => {
  let stack: Stack
  let site: H5Site
  let browser: Browser

  beforeAll(async () => {
    site = await startH5Site(() => stack.bff.url)
    const scanUrl = (code: string) => `${site.url}/?scene=${encodeURIComponent(code)}#/pages/home/index`
    stack = await startStack({ LOG_LEVEL: 'warn', PUBLIC_H5_URL: site.url }, { scanUrl })
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await site.close()
    await stack.stop()
  })

  it('has a phone on which Alice scans, pedals, ends, and sees her ring move', async () => {
    const desk = await openPhoneBrowser(browser, {
      simulatorUrl: stack.simulatorUrl,
      viewport: { width: 1280, height: 960 },
    })
    const page = await desk.newPage()
    await page.goto(`${stack.simulatorUrl}/_sim/bikes`)
    await page.getByText('小林的手机').waitFor()
    const phone = page.frameLocator('iframe[name=phone]')
    await phone.locator('#invitation').waitFor()
    expect(
      await page.locator('iframe').evaluate(({ clientWidth, clientHeight }) => [clientWidth, clientHeight]),
    ).toEqual([390, 844])

    await page.locator('#scan-2').click()
    await phone.getByText('2 号车').waitFor()
    await phone.locator('#start-ride').click()
    await phone.locator('#agree').click()
    await phone.locator('#start-ride').click()
    await phone.locator('#submit-registration').click()
    await phone.locator('#registration').waitFor({ state: 'detached' })
    await phone.locator('#start-ride').click()
    await phone.locator('#ride-distance').waitFor()
    await page.locator('#minute-2').click()
    await phone.getByText('0.30').waitFor()
    await phone.locator('#finish-ride').dispatchEvent('touchstart')
    await phone.locator('#ride-done').click()
    const ring = phone.locator('#sport-ring')
    await ring.waitFor()
    await expect.poll(() => ring.getAttribute('aria-label')).toBe('今天 0.3 公里，目标 5.0 公里')
  })
})
