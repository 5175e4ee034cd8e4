import { describe, expect, it } from 'vitest'
import { findChromium } from './chromium.ts'

const only = (place: string) => (path: string) => path.replaceAll('\\', '/') === place
const chromeOnWindows = 'C:/Program Files/Google/Chrome/Application/chrome.exe'
const chromeOnMac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'

describe('findChromium', () => {
  it('takes the one that is named', () => {
    expect(findChromium({ CHROMIUM_PATH: '/opt/chrome' }, 'linux', () => false)).toBe('/opt/chrome')
  })

  it('looks in the usual places of each system', () => {
    expect(findChromium({}, 'linux', only('/usr/bin/chromium'))).toBe('/usr/bin/chromium')
    expect(findChromium({}, 'darwin', only(chromeOnMac))).toBe(chromeOnMac)
    const found = findChromium({ PROGRAMFILES: 'C:/Program Files' }, 'win32', only(chromeOnWindows))
    expect(found?.replaceAll('\\', '/')).toBe(chromeOnWindows)
  })

  it('finds none where there is none', () => {
    expect(findChromium({}, 'linux', () => false)).toBeUndefined()
  })
})
