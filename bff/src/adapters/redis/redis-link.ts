import { Redis, type RedisOptions } from 'ioredis'
import type { Log } from '../../ports/log.ts'

const commandTimeoutMs = 250
const checkEveryMs = 500
/** Taken while Redis has not told how many there are. */
const assumedProcesses = 4

const options = {
  commandTimeout: commandTimeoutMs,
  connectTimeout: 1000,
  retryStrategy: () => commandTimeoutMs,
  // A command that cannot be sent now is not wanted later.
  enableOfflineQueue: false,
  autoResendUnfulfilledCommands: false,
  maxRetriesPerRequest: 0,
  autoResubscribe: false,
  enableAutoPipelining: true,
} satisfies RedisOptions

/** The connections of this process to Redis, and whether they can be relied on. */
export interface RedisLink {
  /** For commands; only to be used within `ask`. */
  readonly client: Redis
  /** Resolves `undefined` when Redis is lost, or has no answer in time. */
  ask<T>(command: () => Promise<T>): Promise<T | undefined>
  /** Resolves once it is decided whether a Redis that was slow is lost. */
  decide(): Promise<void>
  /** For how long Redis has answered without a break; 0 while it does not. */
  upForMs(): number
  /** How many processes listen on the channel, as far as was known last; 1 at least. */
  processes(): number
  /** Replaces the listener of what comes over the channel, and of Redis being lost. */
  listen(listener: { onMessage(text: string): void; onLost(): void }): void
  close(): void
}

/**
 * Resolves after a first try, whatever came of it: a Redis that is down is looked for every half second. Being lost and
 * being back are logged once each.
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

  /** Without it a Redis that answers tells nothing of others, as where its rules allow no channel. */
  function hear(): Promise<unknown> {
    subscription ??= subscriber.subscribe(channel).catch((error) => {
      subscription = undefined
      throw error
    })
    return subscription
  }

  /** Whether values can be written, and word of others arrives. */
  async function answers(): Promise<boolean> {
    try {
      const [, , counts] = await Promise.all([
        commands.set(heartbeatKey, '1', 'PX', checkEveryMs * 2),
        // Its answer comes behind everything that was published before.
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

  /** A process that was held up itself takes Redis for slow, so silence has to come twice. */
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

/** Until a connection stands, or has failed to for the first time. */
const firstTry = (redis: Redis): Promise<void> =>
  new Promise((resolve) => {
    redis.once('ready', resolve)
    redis.once('close', resolve)
  })
