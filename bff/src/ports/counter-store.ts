/** A rate limit. */
export interface Share {
  count: number
  perSeconds: number
}

/** Counts requests against rate limits. A window starts with the first request and resets at its end. */
export interface CounterStore {
  /**
   * Counts one request. `refused` contains the time until the window resets; it is absent if the request is allowed.
   */
  take(key: string, share: Share): Promise<{ refused?: { retryAfterMs: number } }>
}
