import type { AppConfig } from './app-config.ts'
import type { HostEventName } from './events.ts'
import type { Faults } from './faults.ts'
import type { Pages, Query } from './pages.ts'

/** How the mini program is entered. */
export interface Entry {
  path?: string
  query?: Query
  /** 1001 is the list of mini programs; 1011, 1047 … are scans. */
  scene?: number
}

interface EnterOptions {
  path: string
  query: Query
  scene: number | string
  referrerInfo: object
}

/** The life of one start: launch, background, foreground. */
export interface Lifecycle {
  launch(entry: Entry): void
  show(entry: Entry): void
  hide(): void
  launchOptions(): EnterOptions | undefined
  /** The latest entry; a hot start changes it and leaves the launch options as they were. */
  enterOptions(): EnterOptions | undefined
}

interface LifecycleOptions {
  /** Evaluates app.js and returns the object passed to `App`. */
  loadApp(): Record<string, unknown>
  pages: Pages
  config: AppConfig
  faults: Faults
  /** How this platform writes a scene number. */
  scene(number: number): number | string
  emit(name: HostEventName, detail?: unknown): void
}

// https://developers.weixin.qq.com/miniprogram/dev/framework/runtime/operating-mechanism.html
export function createLifecycle({
  loadApp,
  pages,
  config,
  faults,
  scene: writeScene,
  emit,
}: LifecycleOptions): Lifecycle {
  let app: Record<string, unknown> | undefined
  let launched: EnterOptions | undefined
  let entered: EnterOptions | undefined

  function callApp(name: string, detail?: unknown) {
    const handler = app?.[name]
    if (typeof handler === 'function') faults.guard(() => handler.call(app, detail))
  }

  function openEntry({ path, query }: EnterOptions) {
    if (config.routes.includes(path)) {
      pages.open(path, query)
      return
    }
    const missing = { path, query, isEntryPage: true }
    callApp('onPageNotFound', missing)
    emit('PageNotFound', missing)
  }

  const read = ({ path, query = {}, scene = 1001 }: Entry): EnterOptions => ({
    path: path ?? config.routes[0] ?? '',
    query,
    scene: writeScene(scene),
    referrerInfo: {},
  })

  faults.onRecorded((error, kind) => {
    const detail = kind === 'thrown' ? describe(error) : { reason: error }
    callApp(kind === 'thrown' ? 'onError' : 'onUnhandledRejection', detail)
    emit(kind === 'thrown' ? 'Error' : 'UnhandledRejection', kind === 'thrown' ? { message: detail } : detail)
  })

  return {
    launchOptions: () => launched,
    enterOptions: () => entered,
    launch(entry) {
      if (launched !== undefined) throw new Error('this host has started already: a cold start takes a new one')
      launched = read(entry)
      entered = launched
      app = loadApp()
      callApp('onLaunch', launched)
      callApp('onShow', launched)
      emit('AppShow', launched)
      openEntry(launched)
    },
    show(entry) {
      entered = read({ ...entry, path: entry.path ?? pages.top()?.route ?? '' })
      callApp('onShow', entered)
      emit('AppShow', entered)
      if (entry.path === undefined) {
        pages.call(pages.top(), 'onShow')
        return
      }
      pages.close(pages.stack.length)
      openEntry(entered)
    },
    hide() {
      pages.call(pages.top(), 'onHide')
      callApp('onHide')
      emit('AppHide')
    },
  }
}

// Errors come from another realm, where instanceof fails.
const describe = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'stack' in error ? String(error.stack) : String(error)
