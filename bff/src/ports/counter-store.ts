/** How much one caller may do in a stretch of time. */
export interface Share {
  count: number
  perSeconds: number
}

/** Counts what callers have used up of their shares. A share begins with the first take and is whole again at its end. */
export interface CounterStore {
  /** Takes one. `refused` says for how long nothing is left; it is absent when one was taken. */
  take(key: string, share: Share): Promise<{ refused?: { retryAfterMs: number } }>
}
