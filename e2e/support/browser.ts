import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core'

const weChatAgent =
  'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36 MicroMessenger/8.0.50'

export const chromiumPath = process.env.CHROMIUM_PATH

export function launchBrowser(executablePath = chromiumPath): Promise<Browser> {
  if (executablePath === undefined) throw new Error('CHROMIUM_PATH is not set')
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  })
}

export interface PhoneBrowserOptions
  extends Pick<
    BrowserContextOptions,
    'colorScheme' | 'locale' | 'geolocation' | 'permissions' | 'storageState' | 'viewport'
  > {
  /** False for a browser outside WeChat. */
  inWeChat?: boolean
  simulatorUrl: string
}

/** A phone-sized browser in which WeChat's authorize page is the simulator's. */
export async function openPhoneBrowser(browser: Browser, options: PhoneBrowserOptions): Promise<BrowserContext> {
  const { inWeChat = true, simulatorUrl, ...context } = options
  const phone = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    ...(inWeChat && { userAgent: weChatAgent }),
    ...context,
  })
  await phone.route('https://open.weixin.qq.com/**', (route) => {
    const { pathname, search } = new URL(route.request().url())
    return route.fulfill({ status: 302, headers: { location: `${simulatorUrl}${pathname}${search}` } })
  })
  return phone
}
