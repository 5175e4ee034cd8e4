import { createActivity, poll } from './activity.ts'
import { readAppConfig } from './app-config.ts'
import { type Answer, type Calls, createCalls } from './calls.ts'
import { createEvents } from './events.ts'
import { createFaults } from './faults.ts'
import { createTemporaryFiles } from './files.ts'
import { createInteraction, type Interaction } from './interaction.ts'
import type { WxStorage } from './kept-values.ts'
import { createLifecycle, type Entry } from './lifecycle.ts'
import { walk } from './page-tree.ts'
import { createPages, type PageDefinition, type PageInstance, type SetDataRecord } from './pages.ts'
import { platformOf } from './platforms.ts'
import { createRealm } from './realm.ts'

import { elementOf, type ScreenElement } from './screen-element.ts'
import { screenLines } from './screen-text.ts'
import { createSimulatorClient } from './simulator-client.ts'

import { readTemplates } from './templates.ts'
import { currentBaseLibrary } from './wx/base-library.ts'
import { agreedPrivacy, type WxPrivacy } from './wx/privacy.ts'
import type { Shown } from './wx/screen.ts'
import { createSharing } from './wx/sharing.ts'

export type { Answer, CallFailure, CallOptions } from './calls.ts'
export type { WxStorage } from './kept-values.ts'
export type { Entry } from './lifecycle.ts'
export type { PageInstance, SetDataRecord } from './pages.ts'
export type { WxPrivacy } from './wx/privacy.ts'
export { privacyKindOf, privacyKinds } from './wx/privacy-kinds.ts'

const backgroundCutMs = 5000

export interface MiniProgramHostOptions {
  /** The folder of a build for WeChat, Alipay or Douyin: app.js, app.json, pages, and base.wxml, base.axml or base.ttml. */
  dist: string
  simulatorUrl: string
  appId: string
  /** The phone's user: an id of the simulator. */
  user: string
  /** Rewrites request addresses. */
  rewrite?(url: string): string
  /** In WeChat: the base library version; an old one still supplies profiles. */
  baseLibrary?: string
  /** The storage of an earlier start. */
  storage?: WxStorage
  /** In WeChat: what the operator declared and the person agreed to; without it, everything. */
  privacy?: WxPrivacy
  /** Overrides of results by the name of the `wx`, `my` or `tt` function; a thrown error is a `fail`. */
  answers?: Record<string, Answer>
}

/** One cold start of a built mini program in its own JavaScript realm. */
export interface MiniProgramHost extends Omit<Interaction, 'tree' | 'typed'>, Shown {
  start(entry?: Entry): void
  /** Returns to the foreground; with a path, as after a scan or a link. */
  show(entry?: Entry): void
  hide(): void
  /** The phone's back button; an error on the first page, where it would leave the mini program. */
  back(): void
  /** Stops timers and requests. `storage` keeps what was stored. */
  stop(): void
  readonly page: PageInstance | undefined
  readonly pages: readonly PageInstance[]
  /** Shares the page to a chat, from its menu. */
  share(): void
  /** The screen as text, line by line. */
  text(): string
  has(id: string): boolean
  /** The address in the page's `<web-view>`, which covers the page. It is not opened. */
  readonly webView: string | undefined
  find(id: string): ScreenElement | undefined
  /** Elements with an id in the source and this tag, from top to bottom; optionally within another element. */
  list(tag: string, within?: string): ScreenElement[]
  replace: Calls['replace']
  /** Waits until no call is pending and the screen has been quiet for a moment. */
  settle(limits?: { quietMs?: number; timeoutMs?: number }): Promise<void>
  waitFor(isReached: () => boolean, limits?: { timeoutMs?: number }): Promise<void>
  readonly storage: WxStorage
  readonly setDatas: readonly SetDataRecord[]
  /** How often each function of `wx`, `my` or `tt` was called. */
  readonly calls: Readonly<Record<string, number>>
  /** The privacy interfaces that were used, by the names of `privacyKinds`. */
  readonly privacyUsed: ReadonlySet<string>
  /** Uncaught errors of the mini program. */
  readonly errors: readonly unknown[]
}

export function createMiniProgramHost(options: MiniProgramHostOptions): MiniProgramHost {
  const { dist, simulatorUrl, appId, user, rewrite = (url) => url, storage = new Map(), answers = {} } = options
  const { privacy = agreedPrivacy(), baseLibrary = currentBaseLibrary } = options
  const privacyUsed = new Set<string>()
  const config = readAppConfig(dist)
  const platform = platformOf(dist)
  const faults = createFaults()
  const activity = createActivity()
  const shown: Shown = { toasts: [], modals: [], shared: [], drawn: [], files: [] }
  const api: Record<string, unknown> = {}
  const app: Record<string, unknown> = {}
  const definitions = new Map<string, PageDefinition>()
  let loading = 'app'

  const define = (definition: PageDefinition) => void definitions.set(loading, definition)
  const realm = createRealm(
    dist,
    {
      [platform.global]: api,
      ...platform.globals?.(),
      App: (definition: Record<string, unknown>) => void Object.assign(app, definition),
      getApp: () => app,
      getCurrentPages: () => [...pages.stack],
      Page: define,
      Component: define,
      Behavior: (definition: unknown) => definition,
    },
    faults,
  )

  function load(name: string) {
    loading = name
    realm.load(`${name}.js`)
  }

  const pages = createPages({
    define(route) {
      if (!definitions.has(route)) load(route)
      return definitions.get(route) ?? {}
    },
    parse: realm.parse,
    defer: (run) => void setImmediate(() => faults.guard(run)),
    activity,
    faults,
  })

  const calls = createCalls(realm, activity, faults, answers, platform.wording)
  const events = createEvents(faults)
  const lifecycle = createLifecycle({
    loadApp() {
      load('app')
      return app
    },
    pages,
    config,
    faults,
    scene: platform.scene,
    emit: events.emit,
  })
  const share = createSharing(pages, shown.shared, config.title)
  const phone = platform.createPhone({
    baseLibrary,
    privacy,
    privacyUsed,
    share,
    calls,
    pages,
    config,
    lifecycle,
    events,
    storage,
    shown,
    files: createTemporaryFiles(),
    simulator: createSimulatorClient(simulatorUrl, appId, user),
    appId,
    rewrite,
    parse: realm.parse,
  })
  Object.assign(api, phone.api)

  const { tree, typed, ...touch } = createInteraction({
    pages,
    templates: readTemplates(dist, platform),
    openType: phone.openType,
  })
  let cut: NodeJS.Timeout | undefined

  return {
    ...touch,
    ...shown,
    start: (entry = {}) => lifecycle.launch(entry),
    show(entry = {}) {
      clearTimeout(cut)
      lifecycle.show(entry)
    },
    hide() {
      lifecycle.hide()
      cut = setTimeout(phone.interrupt, backgroundCutMs).unref()
    },
    back() {
      if (pages.stack.length < 2) throw new Error('back: this is the first page')
      pages.close(1)
      pages.call(pages.top(), 'onShow')
    },
    stop() {
      clearTimeout(cut)
      realm.stop()
      phone.interrupt()
    },
    get page() {
      return pages.top()
    },
    pages: pages.stack,
    share: () => share('menu'),
    text: () => screenLines(tree(), typed).join('\n'),
    get webView() {
      const current = tree()
      const view = [...walk(current.root)].find((node) => current.tag(node) === 'web-view')
      return view && String(current.attribute(view, 'src') ?? '')
    },
    has: (id) => tree().find(id) !== undefined,
    find(id) {
      const current = tree()
      const node = current.find(id)
      return node && elementOf(node, current)
    },
    list(tag, within) {
      const current = tree()
      const root = within === undefined ? current.root : current.find(within)
      const nodes = root === undefined ? [] : [...walk(root)]
      return nodes
        .filter((node) => node.uid !== undefined && current.tag(node) === tag)
        .map((node) => elementOf(node, current))
    },
    replace: calls.replace,
    settle: ({ quietMs = 60, timeoutMs = 10_000 } = {}) => activity.settle(quietMs, timeoutMs),
    waitFor: (isReached, { timeoutMs = 10_000 } = {}) => poll(isReached, timeoutMs),
    storage,
    setDatas: pages.setDatas,
    calls: calls.counts,
    privacyUsed,
    errors: faults.errors,
  }
}
