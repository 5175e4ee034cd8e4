import { createActivity, poll } from './activity.ts'
import { readAppConfig } from './app-config.ts'
import { createFaults } from './faults.ts'
import { createInteraction, type Interaction } from './interaction.ts'
import { createLifecycle, type Entry } from './lifecycle.ts'
import { createNavigation } from './navigation.ts'
import { createPages, type PageDefinition, type PageInstance, type SetDataRecord } from './pages.ts'
import { createRealm } from './realm.ts'
import { screenLines, wordsOf } from './screen-text.ts'
import { readTemplates } from './templates.ts'
import { createAccountApi } from './wx/account.ts'
import { type Answer, type Calls, createCalls } from './wx/calls.ts'
import { createDeviceApi } from './wx/device.ts'
import { createEvents } from './wx/events.ts'
import { createTemporaryFiles } from './wx/files.ts'
import { createNetwork } from './wx/network.ts'
import { createOpenType } from './wx/open-type.ts'
import { createPrivacyApi } from './wx/privacy.ts'
import { createProgramApi } from './wx/program.ts'
import { createScreenApi, type Shown } from './wx/screen.ts'
import { createSimulatorClient } from './wx/simulator-client.ts'
import { createStorageApi, type WxStorage } from './wx/storage.ts'

export type { Entry } from './lifecycle.ts'
export type { PageInstance, SetDataRecord } from './pages.ts'
export type { Answer, WxFailure, WxOptions } from './wx/calls.ts'
export type { WxStorage } from './wx/storage.ts'

const backgroundCutMs = 5000

export interface MiniProgramHostOptions {
  /** The folder of a WeChat-format build: app.js, app.json, base.wxml, pages. */
  dist: string
  simulatorUrl: string
  appId: string
  /** Who holds the phone: an id of the simulator. */
  user: string
  /** Where a request really goes. */
  rewrite?(url: string): string
  /** What an earlier start left on the phone. */
  storage?: WxStorage
  /** Answers in the place of the phone's own, by the name of the `wx` function; a thrown error is a `fail`. */
  answers?: Record<string, Answer>
}

/** One cold start of a built mini program in a JavaScript world of its own. */
export interface MiniProgramHost extends Omit<Interaction, 'tree' | 'typed'>, Shown {
  start(entry?: Entry): void
  /** Back to the foreground; with a path, as a scan or a link does it. */
  show(entry?: Entry): void
  hide(): void
  /** The phone's own way back; an error on the first page, where it would leave the mini program. */
  back(): void
  /** Ends its timers and requests. What it stored stays in `storage`. */
  stop(): void
  readonly page: PageInstance | undefined
  readonly pages: readonly PageInstance[]
  /** The screen as a person reads it, line by line. */
  text(): string
  has(id: string): boolean
  find(id: string): { tag: string; text: string; attribute(name: string): unknown } | undefined
  replace: Calls['replace']
  /** Waits until no call is under way and the screen has been quiet for a moment. */
  settle(limits?: { quietMs?: number; timeoutMs?: number }): Promise<void>
  waitFor(isReached: () => boolean, limits?: { timeoutMs?: number }): Promise<void>
  readonly storage: WxStorage
  readonly setDatas: readonly SetDataRecord[]
  /** How often each function of `wx` was called. */
  readonly calls: Readonly<Record<string, number>>
  /** What the mini program threw and nobody caught. */
  readonly errors: readonly unknown[]
}

export function createMiniProgramHost(options: MiniProgramHostOptions): MiniProgramHost {
  const { dist, simulatorUrl, appId, user, rewrite = (url) => url, storage = new Map(), answers = {} } = options
  const config = readAppConfig(dist)
  const faults = createFaults()
  const activity = createActivity()
  const shown: Shown = { toasts: [], modals: [] }
  const wx: Record<string, unknown> = {}
  const app: Record<string, unknown> = {}
  const definitions = new Map<string, PageDefinition>()
  let loading = 'app'

  const define = (definition: PageDefinition) => void definitions.set(loading, definition)
  const realm = createRealm(
    dist,
    {
      wx,
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

  const calls = createCalls(realm, activity, faults, answers)
  const events = createEvents(faults)
  const files = createTemporaryFiles()
  const simulator = createSimulatorClient(simulatorUrl, appId, user)
  const network = createNetwork({ calls, files, appId, rewrite, parse: realm.parse })
  const privacy = createPrivacyApi(calls)
  const lifecycle = createLifecycle({
    loadApp() {
      load('app')
      return app
    },
    pages,
    config,
    faults,
    emit: events.emit,
  })

  Object.assign(
    wx,
    createProgramApi(calls, lifecycle, appId),
    createAccountApi(calls, simulator),
    createStorageApi(calls, storage, realm.parse),
    createNavigation({ pages, calls, ...config }),
    createDeviceApi(calls, files, simulator),
    createScreenApi(calls, shown),
    privacy.api,
    events.api,
    { request: network.request, uploadFile: network.uploadFile },
  )

  const { tree, typed, ...touch } = createInteraction({
    pages,
    templates: readTemplates(dist),
    openType: createOpenType({ calls, files, simulator, agreePrivacy: privacy.agree }),
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
      cut = setTimeout(network.interrupt, backgroundCutMs).unref()
    },
    back() {
      if (pages.stack.length < 2) throw new Error('back: this is the first page')
      pages.close(1)
      pages.call(pages.top(), 'onShow')
    },
    stop() {
      clearTimeout(cut)
      realm.stop()
      network.interrupt()
    },
    get page() {
      return pages.top()
    },
    pages: pages.stack,
    text: () => screenLines(tree(), typed).join('\n'),
    has: (id) => tree().find(id) !== undefined,
    find(id) {
      const current = tree()
      const node = current.find(id)
      if (node === undefined) return undefined
      return {
        tag: current.tag(node),
        text: wordsOf(node, current),
        attribute: (name) => current.attribute(node, name),
      }
    },
    replace: calls.replace,
    settle: ({ quietMs = 60, timeoutMs = 10_000 } = {}) => activity.settle(quietMs, timeoutMs),
    waitFor: (isReached, { timeoutMs = 10_000 } = {}) => poll(isReached, timeoutMs),
    storage,
    setDatas: pages.setDatas,
    calls: calls.counts,
    errors: faults.errors,
  }
}
