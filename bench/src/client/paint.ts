import type { Browser, Page } from 'playwright-core'
import { openPhoneBrowser } from '../../../e2e/support/browser.ts'

export interface Paint {
  firstContentMs: number
  largestContentMs: number
  /** What came over the line, as it was sent. */
  bytes: number
}

/** A cold visit on a slow phone and a slow line, until the words are there and nothing more is loaded. */
export async function paintPage(browser: Browser, url: string, words: string): Promise<Paint> {
  const context = await openPhoneBrowser(browser, { inWeChat: false, simulatorUrl: url })
  try {
    const page = await context.newPage()
    const received = await slowDown(page)
    await page.addInitScript(watchPaints)
    await page.goto(url)
    await page.getByText(words).first().waitFor()
    await page.waitForLoadState('networkidle')
    return { ...(await page.evaluate(readPaints)), bytes: received() }
  } finally {
    await context.close()
  }
}

async function slowDown(page: Page): Promise<() => number> {
  const devTools = await page.context().newCDPSession(page)
  let bytes = 0
  devTools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  await devTools.send('Network.enable')
  await devTools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 1_600_000 / 8,
    uploadThroughput: 1_600_000 / 8,
  })
  await devTools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  return () => bytes
}

/** Runs in the page, as the next one does. */
function watchPaints(): void {
  const seen = globalThis as { largestContentMs?: number }
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) seen.largestContentMs = startTime
  }).observe({ type: 'largest-contentful-paint', buffered: true })
}

function readPaints(): Omit<Paint, 'bytes'> {
  const { largestContentMs } = globalThis as { largestContentMs?: number }
  const [first] = performance.getEntriesByName('first-contentful-paint')
  if (first === undefined || largestContentMs === undefined) throw new Error('nothing was painted')
  return { firstContentMs: first.startTime, largestContentMs }
}
