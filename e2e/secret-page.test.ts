import { AxeBuilder } from '@axe-core/playwright'
import { defaultApps } from '@trailpass/simulator'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withStack } from '../bff/test/support/with-stack.ts'
import { chromiumPath, launchBrowser, openPhoneBrowser } from './support/browser.ts'

const { appId, secret } = defaultApps.weapp

describe.skipIf(chromiumPath === undefined)('the page for owners of apps', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())

  it('takes a secret by link, shows a receipt, and withdraws by it', () =>
    withStack(async (stack) => {
      const { secretLinks } = stack.context
      const made = await secretLinks.create({ platform: 'weapp', appId }, 'operator:test')
      const { hash } = new URL(made?.url ?? '')
      const context = await openPhoneBrowser(browser, { simulatorUrl: stack.simulator.url, colorScheme: 'dark' })
      const problems: string[] = []
      const asked: string[] = []
      const page = await context.newPage()
      page.on('pageerror', ({ message }) => problems.push(message))
      page.on('console', (line) => line.type() === 'error' && problems.push(line.text()))
      page.on('request', (request) => asked.push(`${request.url()} ${request.headers().referer ?? ''}`))
      const expectUsable = async () => expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

      await page.goto(`${stack.url}/secret/${hash}`)
      await page.getByRole('heading', { name: '提交密钥' }).waitFor()
      expect(await page.locator('#app-id').textContent()).toBe(appId)
      expect(new URL(page.url()).hash).toBe('')
      await expectUsable()
      await page.getByLabel('AppSecret').fill('mistyped')
      await page.getByRole('button', { name: '核对并保存' }).click()
      await page.getByText('AppSecret不正确（40125）').waitFor()
      await page.getByLabel('AppSecret').fill(secret)
      await page.getByRole('button', { name: '核对并保存' }).click()
      await page.getByRole('heading', { name: '已保存' }).waitFor()
      const receipt = (await page.locator('#receipt').textContent()) ?? ''
      expect(await page.content()).not.toContain(secret)

      await page.goto(`${stack.url}/secret/${hash}`)
      await page.getByText('链接或回执无效').waitFor()
      await page.goto(`${stack.url}/secret`)
      await page.getByLabel('回执').fill(receipt)
      await page.getByRole('button', { name: '查看' }).click()
      await page.getByRole('button', { name: '撤回' }).click()
      await page.getByText('已撤回').waitFor()
      await expectUsable()
      expect((await stack.signIn()).degraded).toBe(true)

      // The browser itself notes the answer 404 of the spent link.
      expect(problems.filter((text) => !text.includes('404'))).toEqual([])
      expect(asked.filter((text) => !text.startsWith(stack.url) || text.includes(hash.slice(1)))).toEqual([])
      await context.close()
    }))
})
