import type { FaultMode } from './fault-modes.ts'

/** The effect on one request. */
export interface Fault {
  mode: FaultMode
  /** For `slow`. */
  delayMs: number
  /** For `errcode`. */
  errcode: number
  /** For `errcode` at Alipay, whose codes are words: `isv.code-invalid`. */
  subCode?: string
  /** The platform does its work first (a code is then spent) and only the answer is spoilt. */
  handled: boolean
}

/** Applies to `count` consecutive requests; without `count`, to all from here on. `ok` leaves them alone. */
export type FaultStep = (Fault | { mode: 'ok' }) & { count?: number }

export interface FaultScript {
  /** Only requests with this path; without it, all requests without a script of their own. */
  path?: string
  /** The seed from which the steps were generated. */
  seed?: number
  steps: readonly FaultStep[]
  /** Restarts at its end. */
  repeat: boolean
}

/** The active fault scripts by path. */
export interface Faults {
  list(): FaultScript[]
  /** Replaces the script of this path. */
  start(script: FaultScript): void
  /** Without a path, all of them. */
  stop(path?: string): void
  /** Returns the fault for a request with this path, and counts the request. */
  take(path: string): Fault | undefined
}

const everyPath = ''

export function createFaults(): Faults {
  const scripts = new Map<string, { script: FaultScript; rest: FaultStep[] }>()

  function takeStep(place: string): FaultStep | undefined {
    const running = scripts.get(place)
    const step = running?.rest[0]
    if (running === undefined || step === undefined) return undefined
    if (step.count !== undefined) {
      if (step.count > 1) running.rest[0] = { ...step, count: step.count - 1 }
      else running.rest.shift()
    }
    if (running.rest.length === 0) {
      if (running.script.repeat) running.rest = [...running.script.steps]
      else scripts.delete(place)
    }
    return step
  }

  return {
    list: () => [...scripts.values()].map(({ script, rest }) => ({ ...script, steps: rest })),
    start(script) {
      scripts.set(script.path ?? everyPath, { script, rest: [...script.steps] })
    },
    stop(path) {
      if (path === undefined) scripts.clear()
      else scripts.delete(path)
    },
    take(path) {
      const step = takeStep(scripts.has(path) ? path : everyPath)
      return step === undefined || step.mode === 'ok' ? undefined : step
    },
  }
}
