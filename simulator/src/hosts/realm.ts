import { readFileSync } from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'
import type { Faults } from './faults.ts'

/** The JavaScript realm of one mini program: the language and `globals`; no URL, fetch or document. */
export interface Realm {
  /** Runs `file` (relative to the build) once, with its `require`d files. */
  load(file: string): void
  /** JSON whose objects belong to the realm, so that `instanceof` and `constructor` work inside. */
  parse(json: string): unknown
  createPromise<T>(run: (resolve: (value: T) => void, reject: (reason: unknown) => void) => void): Promise<T>
  stop(): void
}

type Callback = (...values: unknown[]) => void

export function createRealm(dist: string, globals: object, faults: Faults): Realm {
  const timers = createTimers(faults)
  const context = vm.createContext({ console, ...timers.globals, ...globals })
  const realmJson = vm.runInContext('JSON', context) as JSON
  const RealmPromise = vm.runInContext('Promise', context) as PromiseConstructor
  const stopWatching = watchRejections({ isOurs: (promise) => promise instanceof RealmPromise, faults })
  const modules = new Map<string, { exports: unknown }>()

  function load(file: string): unknown {
    const known = modules.get(file)
    if (known !== undefined) return known.exports
    const module = { exports: {} }
    modules.set(file, module)
    const source = `(function (require, module, exports) {${readFileSync(file, 'utf8')}\n})`
    const run = vm.runInContext(source, context, { filename: file }) as (...parts: unknown[]) => void
    const requireFrom = (name: string) =>
      load(path.resolve(path.dirname(file), name.endsWith('.js') ? name : `${name}.js`))
    run(requireFrom, module, module.exports)
    return module.exports
  }

  return {
    load: (file) => void load(path.resolve(dist, file)),
    parse: (json) => realmJson.parse(json),
    createPromise: (run) => new RealmPromise(run),
    stop() {
      stopWatching()
      timers.stop()
    },
  }
}

/** Timers whose callbacks cannot crash the process, and which stop with their host. */
function createTimers(faults: Faults) {
  const running = new Map<number, NodeJS.Timeout>()
  let isStopped = false
  function start(schedule: typeof setTimeout | typeof setInterval, callback: Callback, ms: number, values: unknown[]) {
    const timer = schedule(() => {
      if (schedule === setTimeout) running.delete(id)
      faults.guard(() => callback(...values))
    }, ms)
    const id = timer[Symbol.toPrimitive]()
    if (isStopped) clearTimeout(timer)
    else running.set(id, timer)
    return id
  }
  // Only its own timers: ids are shared by the whole process.
  function stop(id = 0) {
    clearTimeout(running.get(id))
    running.delete(id)
  }
  return {
    globals: {
      setTimeout: (callback: Callback, ms = 0, ...values: unknown[]) => start(setTimeout, callback, ms, values),
      setInterval: (callback: Callback, ms = 0, ...values: unknown[]) => start(setInterval, callback, ms, values),
      clearTimeout: stop,
      clearInterval: stop,
    },
    stop() {
      isStopped = true
      for (const timer of running.values()) clearTimeout(timer)
    },
  }
}

interface Watch {
  isOurs(promise: unknown): boolean
  faults: Faults
}

const watches = new Set<Watch>()

/** Records unhandled rejections of one realm; all others keep Node's behaviour. */
function watchRejections(watch: Watch): () => void {
  if (watches.size === 0) process.on('unhandledRejection', hearRejection)
  watches.add(watch)
  return () => {
    if (watches.delete(watch) && watches.size === 0) process.off('unhandledRejection', hearRejection)
  }
}

/** One listener for all realms: with one each, none could know whether another one handles the rejection. */
function hearRejection(reason: unknown, promise: unknown): void {
  const watch = [...watches].find(({ isOurs }) => isOurs(promise))
  if (watch) watch.faults.record(reason, 'rejected')
  else if (process.listenerCount('unhandledRejection') === 1) throw reason
}
