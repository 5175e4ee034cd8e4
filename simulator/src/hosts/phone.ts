import type { AppConfig } from './app-config.ts'
import type { Calls, Wording } from './calls.ts'
import type { HostEvents } from './events.ts'
import type { TemporaryFiles } from './files.ts'
import type { WxStorage } from './kept-values.ts'
import type { Lifecycle } from './lifecycle.ts'
import type { NetworkOptions } from './network.ts'
import type { Pages } from './pages.ts'
import type { SimulatorClient } from './simulator-client.ts'
import type { Marking } from './templates.ts'
import type { WxPrivacy } from './wx/privacy.ts'
import type { Shown } from './wx/screen.ts'
import type { Share } from './wx/sharing.ts'

/** The parts common to all platforms. */
export interface PhoneParts extends Omit<NetworkOptions, 'style'> {
  appId: string
  /** In WeChat: the base library version. */
  baseLibrary: string
  privacy: WxPrivacy
  privacyUsed: Set<string>
  share: Share
  pages: Pages
  config: AppConfig
  lifecycle: Lifecycle
  events: HostEvents
  storage: WxStorage
  shown: Shown
  files: TemporaryFiles
  simulator: SimulatorClient
  calls: Calls
}

/** A phone with one of the apps open. */
export interface Phone {
  /** The functions of `wx`, `my` or `tt`. */
  api: object
  /** Handles a press on a button with an `open-type`. */
  openType(type: string, tell: (event: string, detail: object) => void, buttonId: string): void
  /** Aborts pending requests. */
  interrupt(): void
}

/** A platform, as seen by mini program code. */
export interface Platform {
  global: 'wx' | 'my' | 'tt'
  /** Further globals of its JavaScript realm. */
  globals?: () => object
  /** The file of the build that holds Taro's templates. */
  templates: string
  marking: Marking
  wording: Wording
  /** The format of scene numbers in launch options. */
  scene(number: number): number | string
  createPhone(parts: PhoneParts): Phone
}
