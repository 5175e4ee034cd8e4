export const faultModes = [
  'down',
  'reset',
  'slow',
  'busy',
  'errcode',
  'garbage',
  'html',
  'error500',
  'huge',
  'trickle',
  'truncated',
  'empty',
  'wrong-types',
  'redirect',
] as const

export type FaultMode = (typeof faultModes)[number]

export interface Outage {
  mode: FaultMode
  /** How many more requests it hits; without it, every one until it is switched off. */
  count?: number
  /** For `slow`. */
  delayMs: number
  /** For `errcode`. */
  errcode: number
  /** For `errcode` at Alipay, whose codes are words: `isv.code-invalid`. */
  subCode?: string
  /** Only requests with this path are hit. */
  path?: string
  /** The platform does its work first (a code is then spent) and only the answer is spoilt. */
  handled: boolean
}

export interface Outages {
  current(): Outage | undefined
  start(outage: Outage): void
  stop(): void
  /** The outage that hits a request with this path; counts it. */
  take(path: string): Outage | undefined
}

export function createOutages(): Outages {
  let outage: Outage | undefined
  return {
    current: () => outage,
    start(next) {
      outage = next
    },
    stop() {
      outage = undefined
    },
    take(path) {
      const hit = outage
      if (hit === undefined || (hit.path !== undefined && hit.path !== path)) return undefined
      if (hit.count !== undefined) outage = hit.count <= 1 ? undefined : { ...hit, count: hit.count - 1 }
      return hit
    },
  }
}
