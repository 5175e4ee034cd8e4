import {
  cookieSessionMode,
  endpointAt,
  finishRide,
  getUserInfo,
  scanDevice,
  sessionModeHeader,
  startRide,
} from '@trailpass/shared'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchBrowser, openPhoneBrowser } from '../support/browser.ts'
import { type H5Site, startH5Site } from '../support/h5-site.ts'
import { simulatedBike } from '../support/simulated-bike.ts'
import { type Stack, startStack } from '../support/stack.ts'
import { plantPast } from './past.ts'
import type { Phone, Scene, Visitor } from './scene.ts'

/** Whom the simulated WeChat knows as what. */
const people: Record<Visitor, string> = { guest: 'frank', member: 'alice', newcomer: 'dave', rider: 'erin' }
/** Who has been here before the pictures are taken, and for how long each of them rode this morning. */
const morning: [user: string, nickname: string, seconds: number][] = [
  ['bob', '大刘', 1260],
  ['carol', '阿雅', 860],
  [people.member, '小林', 724],
  [people.newcomer, '老陈', 0],
  [people.rider, '晓楠', 0],
]
const patienceMs = 15_000

type Kept = Awaited<ReturnType<BrowserContext['storageState']>>

export interface Studio {
  stack: Stack
  browser: Browser
  /** Plays the scene on a phone of its own and hands it over; closing its context puts the phone away. */
  play(scene: Scene): Promise<Phone & { context: BrowserContext }>
  close(): Promise<void>
}

/** The real BFF and the simulated WeChat, with people who have been here before, and a browser in front of H5. */
export async function openStudio(executablePath?: string): Promise<Studio> {
  const site: H5Site = await startH5Site(() => stack.bff.url)
  const stack: Stack = await startStack({ LOG_LEVEL: 'warn', PUBLIC_H5_URL: site.url })
  const browser = await launchBrowser(executablePath)
  /** What the phones of those who were here remember. */
  const kept = new Map<string, Kept>()

  async function pickUp(user: string, options: Scene['phone'] = {}): Promise<{ context: BrowserContext; page: Page }> {
    await stack.simulator('POST', '/_sim/current', { user })
    const storageState = kept.get(user)
    const context = await openPhoneBrowser(browser, {
      simulatorUrl: stack.simulatorUrl,
      ...options,
      ...(storageState && { storageState }),
    })
    context.setDefaultTimeout(patienceMs)
    return { context, page: await context.newPage() }
  }

  async function spendMorning(user: string, nickname: string, seconds: number): Promise<void> {
    const { context, page } = await pickUp(user)
    await page.goto(site.url)
    await page.locator('#register').click()
    await page.locator('#nickname').fill(nickname)
    await page.locator('#agree').click()
    await page.locator('#submit-registration').click()
    await page.getByText(nickname).first().waitFor()
    const userId = seconds > 0 ? await ride(context, seconds) : undefined
    kept.set(user, await context.storageState())
    await context.close()
    if (user === people.member && userId !== undefined) await plantPast(stack, userId)
  }

  async function ride({ request }: BrowserContext, seconds: number): Promise<string> {
    const bike = simulatedBike(stack, 1)
    const headers = { [sessionModeHeader]: cookieSessionMode, origin: site.url }
    const call = async ({ method, path }: { method: string; path: string }, data?: object) => {
      const answer = await request.fetch(`${site.url}${path}`, { method, headers, ...(data && { data }) })
      if (!answer.ok()) throw new Error(`${method} ${path}: ${await answer.text()}`)
      return answer.json()
    }
    const { intentId } = await call(scanDevice, { scene: bike.code })
    const { id } = await call(startRide, { intentId })
    await bike.pedal(seconds)
    await call(endpointAt(finishRide, { id }))
    return (await call(getUserInfo)).userId
  }

  for (const visit of morning) await spendMorning(...visit)

  return {
    stack,
    browser,
    async play({ visitor, phone: options, play }) {
      const { context, page } = await pickUp(people[visitor], options)
      const phone: Phone = {
        page,
        stack,
        async go(path = 'pages/home/index', code) {
          const query = code === undefined ? '' : `?scene=${encodeURIComponent(code)}`
          await page.goto(`${site.url}/${query}#/${path}`)
        },
      }
      try {
        await play(phone)
        await page.evaluate(() => document.fonts.ready)
        return { ...phone, context }
      } catch (error) {
        await context.close()
        throw error
      }
    },
    async close() {
      await browser.close()
      await site.close()
      await stack.stop()
    },
  }
}
