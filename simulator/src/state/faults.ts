import type { FaultMode } from './fault-modes.ts'

/** What is done to one request. */
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

/** What so many requests in a row meet; without `count`, every one from here on. `ok` leaves them alone. */
export type FaultStep = (Fault | { mode: 'ok' }) & { count?: number }

export interface FaultScript {
  /** Only requests with this path; without it, all that have no script of their own. */
  path?: string
  /** What the steps were drawn from. */
  seed?: number
  steps: readonly FaultStep[]
  /** Begins anew when it is over. */
  repeat: boolean
}

/** What goes wrong at each path, request by request. */
export interface Faults {
  list(): FaultScript[]
  /** In the place of the script that this path had. */
  start(script: FaultScript): void
  /** Without a path, all of them. */
  stop(path?: string): void
  /** What a request with this path meets; counts it. */
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
