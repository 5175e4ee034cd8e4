/** Where the scaled stores are; absent where the bench runs without them. */
export interface Stores {
  databaseUrl: string
  redisUrl: string
}

export interface BenchOptions {
  /** PostgreSQL and Redis; without them what needs them is left out. */
  stores: Stores | undefined
  /** Rounds in which all take part once. */
  rounds: number
  /** Requests of a round. */
  requests: number
  /** How far WeChat is from a login, in milliseconds; one after another. */
  latencies: readonly number[]
}
