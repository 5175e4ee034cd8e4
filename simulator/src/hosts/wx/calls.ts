import type { Activity } from '../activity.ts'
import type { Faults } from '../faults.ts'
import type { Realm } from '../realm.ts'

export type WxOptions = Readonly<Record<string, unknown>>

/** What a call answers: fields for `success`, or an error (with `errMsg`, or words) for `fail`. */
export type Answer = (options: WxOptions) => unknown

/** The asynchronous calls of `wx`: counted, replaceable, callbacks or a promise. */
export interface Calls {
  /** How often each function was called. */
  readonly counts: Record<string, number>
  /** Puts another answer in the place of the default one; `undefined` brings the default back. */
  replace(name: string, answer: Answer | undefined): void
  count(name: string): void
  answer(name: string, fallback: Answer, options: WxOptions): Promise<object>
  asynchronous(name: string, fallback: Answer): (options?: WxOptions) => unknown
  /** Runs the callbacks that `options` carries when `outcome` is known; without any, gives a promise. */
  deliver(options: WxOptions, outcome: Promise<object>): unknown
  synchronous<T>(name: string, fallback: (...values: never[]) => T): (...values: never[]) => T
}

/** A failed call, as page code receives it. */
export interface WxFailure {
  errMsg: string
  errno?: number
}

export function createCalls(
  realm: Realm,
  activity: Activity,
  faults: Faults,
  answers: Readonly<Record<string, Answer>>,
): Calls {
  const counts: Record<string, number> = {}
  const replacements = new Map(Object.entries(answers))

  const count = (name: string) => {
    counts[name] = (counts[name] ?? 0) + 1
  }

  async function answer(name: string, fallback: Answer, options: WxOptions): Promise<object> {
    const end = activity.begin()
    try {
      const result = await (replacements.get(name) ?? fallback)(options)
      return { errMsg: `${name}:ok`, ...(typeof result === 'object' && result !== null ? result : {}) }
    } catch (error) {
      throw toFailure(name, error)
    } finally {
      end()
    }
  }

  function deliver(options: WxOptions, outcome: Promise<object>): unknown {
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
        return deliver(options, answer(name, fallback, options))
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

function toFailure(name: string, error: unknown): WxFailure {
  if (isFailure(error)) return error
  const words = error instanceof Error ? error.message : String(error)
  return { errMsg: words.startsWith(`${name}:fail`) ? words : `${name}:fail ${words}` }
}

const isFailure = (error: unknown): error is WxFailure =>
  typeof error === 'object' && error !== null && 'errMsg' in error && typeof error.errMsg === 'string'
