import type { Page } from 'playwright-core'
import type { PhoneBrowserOptions } from '../support/browser.ts'
import type { Stack } from '../support/stack.ts'

/**
 * Who holds the phone: a guest; a member with a month behind them; a member who has just registered; somebody who
 * rides for the picture and is a member as well.
 */
export type Visitor = 'guest' | 'member' | 'newcomer' | 'rider'

/** A phone in somebody's hand, with nothing opened on it. */
export interface Phone {
  page: Page
  stack: Stack
  /** Opens a page of H5 by its path, or home, as from a link; with a device code, as from a scan. */
  go(path?: string, code?: string): Promise<void>
}

/** One state of one screen, and how a person gets there. */
export interface Scene {
  name: string
  visitor: Visitor
  phone?: Pick<PhoneBrowserOptions, 'inWeChat' | 'locale' | 'geolocation' | 'permissions'>
  play(phone: Phone): Promise<void>
}
