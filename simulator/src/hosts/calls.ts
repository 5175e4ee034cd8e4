import type { Activity } from './activity.ts'
import type { Faults } from './faults.ts'
import type { Realm } from './realm.ts'

export type CallOptions = Readonly<Record<string, unknown>>

/** The result of a call: fields for `success`, or an error (with `errMsg`, or a message) for `fail`. */
export type Answer = (options: CallOptions) => unknown

/** The asynchronous calls of `wx`: counted, replaceable, callbacks or a promise. */
export interface Calls {
  /** How often each function was called. */
  readonly counts: Record<string, number>
  /** Overrides the default result; `undefined` restores it. */
  replace(name: string, answer: Answer | undefined): void
  count(name: string): void
  answer(name: string, fallback: Answer, options: CallOptions): Promise<object>
  asynchronous(name: string, fallback: Answer): (options?: CallOptions) => unknown
  /** Marks a call as waiting for the person: the host may settle meanwhile. */
  waiting(name: string, wait: () => Promise<void> | undefined): (options?: CallOptions) => unknown
  /** A promise that every asynchronous call awaits first; `undefined` for none. */
  admitBy(admit: (name: string) => Promise<void> | undefined): void
  /** Calls the callbacks in `options` with the outcome; without callbacks, returns a promise. */
  deliver(options: CallOptions, outcome: Promise<object>): unknown
  synchronous<T>(name: string, fallback: (...values: never[]) => T): (...values: never[]) => T
}

/** A failed call, as page code receives it. */
export interface CallFailure {
  errMsg: string
  errno?: number
}

/** The fields that a platform adds to every result. */
export interface Wording {
  success(name: string): object
  /** The error that page code receives if a result function throws. */
  failure(name: string, error: unknown): object
}

export function createCalls(
  realm: Realm,
  activity: Activity,
  faults: Faults,
  answers: Readonly<Record<string, Answer>>,
  wording: Wording,
): Calls {
  const counts: Record<string, number> = {}
  const replacements = new Map(Object.entries(answers))
  let admit: (name: string) => Promise<void> | undefined = () => undefined

  const count = (name: string) => {
    counts[name] = (counts[name] ?? 0) + 1
  }

  async function answer(name: string, fallback: Answer, options: CallOptions): Promise<object> {
    const end = activity.begin()
    try {
      const result = await (replacements.get(name) ?? fallback)(options)
      return { ...wording.success(name), ...(typeof result === 'object' && result !== null ? result : {}) }
    } catch (error) {
      throw wording.failure(name, error)
    } finally {
      end()
    }
  }

  function deliver(options: CallOptions, outcome: Promise<object>): unknown {
    const call = (callback: unknown, value: unknown) => {
      if (typeof callback === 'function') faults.guard(() => callback(value))
    }
    const hasCallback = [options.success, options.fail, options.complete].some((it) => typeof it === 'function')
    if (!hasCallback) return realm.createPromise((resolve, reject) => void outcome.then(resolve, reject))
    void outcome.then(
      (result) => {
        call(options.success, result)
        call(options.complete, result)
      },
      (failure: unknown) => {
        call(options.fail, failure)
        call(options.complete, failure)
      },
    )
    return undefined
  }

  return {
    counts,
    count,
    replace(name, replacement) {
      if (replacement === undefined) replacements.delete(name)
      else replacements.set(name, replacement)
    },
    answer,
    deliver,
    asynchronous:
      (name, fallback) =>
      (options = {}) => {
        count(name)
        const run = () => answer(name, fallback, options)
        return deliver(options, admit(name)?.then(run) ?? run())
      },
    waiting:
      (name, wait) =>
      (options = {}) => {
        count(name)
        const run = () => answer(name, () => ({}), options)
        return deliver(options, wait()?.then(run) ?? run())
      },
    admitBy(next) {
      admit = next
    },
    synchronous:
      (name, fallback) =>
      (...values) => {
        count(name)
        const replacement = replacements.get(name) as typeof fallback | undefined
        return (replacement ?? fallback)(...values)
      },
  }
}

/** `errMsg` in every result, as in WeChat and Douyin. */
export const errMsgWording: Wording = {
  success: (name) => ({ errMsg: `${name}:ok` }),
  failure(name, error) {
    if (isFailure(error)) return error
    const words = error instanceof Error ? error.message : String(error)
    return { errMsg: words.startsWith(`${name}:fail`) ? words : `${name}:fail ${words}` }
  },
}

const isFailure = (error: unknown): error is CallFailure =>
  typeof error === 'object' && error !== null && 'errMsg' in error && typeof error.errMsg === 'string'
