import { Redis, type RedisOptions } from 'ioredis'
import type { Log } from '../../ports/log.ts'

const commandTimeoutMs = 250
const checkEveryMs = 500
/** Assumed until Redis has reported the number. */
const assumedProcesses = 4

const options = {
  commandTimeout: commandTimeoutMs,
  connectTimeout: 1000,
  retryStrategy: () => commandTimeoutMs,
  // Commands that cannot be sent immediately are dropped.
  enableOfflineQueue: false,
  autoResendUnfulfilledCommands: false,
  maxRetriesPerRequest: 0,
  autoResubscribe: false,
  enableAutoPipelining: true,
} satisfies RedisOptions

/** This process's connections to Redis, and whether they are usable. */
export interface RedisLink {
  /** For commands; only to be used within `ask`. */
  readonly client: Redis
  /** Resolves to `undefined` if Redis is lost or does not answer in time. */
  ask<T>(command: () => Promise<T>): Promise<T | undefined>
  /** Resolves once it is known whether a slow Redis is lost. */
  decide(): Promise<void>
  /** How long Redis has answered without interruption; 0 while it does not. */
  upForMs(): number
  /** The last known number of processes that listen on the channel; at least 1. */
  processes(): number
  /** Replaces the listener for messages on the channel and for the loss of Redis. */
  listen(listener: { onMessage(text: string): void; onLost(): void }): void
  close(): void
}

/**
 * Resolves after the first attempt, whether it succeeds or not; a Redis that is down is checked every half second. Loss
 * and recovery are logged once each.
 */
export async function openRedisLink(given: {
  url: string
  channel: string
  heartbeatKey: string
  log: Log
}): Promise<RedisLink> {
  const { url, channel, heartbeatKey, log } = given
  const commands = new Redis(url, options)
  const subscriber = new Redis(url, options)
  let listener: Parameters<RedisLink['listen']>[0] = { onMessage() {}, onLost() {} }
  let state: 'unknown' | 'up' | 'suspected' | 'lost' = 'unknown'
  let upSince = 0
  let processes = assumedProcesses
  let checking: Promise<void> | undefined
  let lastError: unknown
  let subscription: Promise<unknown> | undefined

  /**
   * Without the subscription, invalidations are missed although Redis answers, for example if its ACL forbids the
   * channel.
   */
  function hear(): Promise<unknown> {
    subscription ??= subscriber.subscribe(channel).catch((error) => {
      subscription = undefined
      throw error
    })
    return subscription
  }

  /** Whether writes succeed and messages arrive. */
  async function answers(): Promise<boolean> {
    try {
      const [, , counts] = await Promise.all([
        commands.set(heartbeatKey, '1', 'PX', checkEveryMs * 2),
        // The response arrives after everything that was published before it.
        hear().then(() => subscriber.ping()),
        commands.pubsub('NUMSUB', channel),
      ])
      processes = Math.max(1, Number((counts as unknown[])[1]))
      return true
    } catch (error) {
      lastError = error
      return false
    }
  }

  const isConnected = () => commands.status === 'ready' && subscriber.status === 'ready'

  /** A process that was itself delayed would consider Redis slow, so two checks must fail. */
  async function settle(): Promise<void> {
    const isWell = (await answers()) || (isConnected() && (await answers()))
    if (isWell && state !== 'up') {
      if (state !== 'suspected') upSince = performance.now()
      if (state === 'lost') log.info({ event: 'redis.back' }, 'Redis answers again')
      state = 'up'
    } else if (!isWell && state !== 'lost') {
      state = 'lost'
      log.warn(
        { event: 'redis.lost', err: lastError },
        'Redis does not answer: sessions are read from the store, and each process counts rate limits for itself',
      )
      listener.onLost()
    }
  }

  function check(): Promise<void> {
    checking ??= settle().finally(() => {
      checking = undefined
    })
    return checking
  }

  function suspect(): void {
    if (state !== 'up') return
    state = 'suspected'
    void check()
  }

  for (const redis of [commands, subscriber]) {
    redis.on('error', (error) => {
      lastError = error
    })
    redis.on('close', suspect)
  }
  subscriber.on('close', () => {
    subscription = undefined
  })
  subscriber.on('ready', () => void hear().catch(suspect))
  subscriber.on('message', (_, text) => listener.onMessage(text))
  await Promise.all([commands, subscriber].map(firstTry))
  await check()
  const timer = setInterval(() => void check(), checkEveryMs)
  timer.unref()

  return {
    client: commands,
    async ask(command) {
      if (state !== 'up') return undefined
      try {
        return await command()
      } catch (error) {
        lastError = error
        suspect()
        return undefined
      }
    },
    decide: check,
    upForMs: () => (state === 'up' ? performance.now() - upSince : 0),
    processes: () => processes,
    listen(next) {
      listener = next
    },
    close() {
      clearInterval(timer)
      state = 'lost'
      for (const redis of [commands, subscriber]) redis.disconnect()
    },
  }
}

/** Resolves when the connection is ready, or has failed for the first time. */
const firstTry = (redis: Redis): Promise<void> =>
  new Promise((resolve) => {
    redis.once('ready', resolve)
    redis.once('close', resolve)
  })
