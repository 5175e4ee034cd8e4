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

/** What every phone is made of, whichever app runs on it. */
export interface PhoneParts extends Omit<NetworkOptions, 'style'> {
  appId: string
  /** In WeChat: the version of its own code on this phone. */
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
  /** What it does when a button with an `open-type` is pressed. */
  openType(type: string, tell: (event: string, detail: object) => void, buttonId: string): void
  /** Cuts the requests that are under way. */
  interrupt(): void
}

/** One of the apps that mini programs run in, as their code sees it. */
export interface Platform {
  global: 'wx' | 'my' | 'tt'
  /** What else its JavaScript world has. */
  globals?: () => object
  /** The file of the build that holds Taro's templates. */
  templates: string
  marking: Marking
  wording: Wording
  /** How scene numbers are written in the options of a start. */
  scene(number: number): number | string
  createPhone(parts: PhoneParts): Phone
}
