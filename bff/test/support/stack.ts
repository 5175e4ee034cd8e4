import { randomBytes } from 'node:crypto'
import { alipayKeys, type SimulatorServer, startSimulator } from '@trailpass/simulator'
import { loadConfig } from '../../src/config/config.ts'
import { type AppContext, createContext } from '../../src/context.ts'
import { createLogger } from '../../src/lib/logger.ts'
import { startServer } from '../../src/server.ts'
import { type Api, createApi } from './api.ts'
import { createMovableClock, type MovableClock } from './clock.ts'
import { alipay, createJourneys, douyin, h5, type Journeys, weapp } from './journeys.ts'
import type { TestStorage } from './test-storage.ts'
import { createWeChat, type WeChat } from './wechat.ts'

export const h5Origin = 'http://localhost:10086'

/** A BFF in this process on a socket, and a WeChat of its own; both live by one clock. */
export interface Stack extends WeChat, Journeys {
  api: Api
  /** The environment of this BFF and of any process that takes its place; read anew at every start. */
  env: Record<string, string>
  storage: TestStorage
  clock: MovableClock
  simulator: SimulatorServer
  readonly context: AppContext
  readonly url: string
  /** Empty while the operator's port is closed. */
  readonly operatorUrl: string
  /** Every line logged so far. */
  readonly log: string
  advance(ms: number): void
  stop(): Promise<void>
  start(): Promise<void>
  restart(): Promise<void>
  /** Ends everything but the storage. */
  close(): Promise<void>
}

/** As somebody reads them in Alipay's console. */
function alipayVariables(simulatorUrl: string): Record<string, string> {
  const { app, alipay: platform } = alipayKeys()
  return {
    ALIPAY_API_URL: simulatorUrl,
    ALIPAY_APP_ID: alipay.appId,
    ALIPAY_PRIVATE_KEY: app.privateKey,
    ALIPAY_PUBLIC_KEY: platform.publicKey,
  }
}

export interface StackOptions {
  /** Joins another stack on its WeChat, its time and its master key. */
  beside?: Stack
  production?: boolean | undefined
  /** Settings beside those every stack has. */
  env?: Record<string, string>
  /** With an app of Alipay, whose keys take a moment to make. */
  alipay?: boolean | undefined
}

export async function startStack(storage: TestStorage, options: StackOptions = {}): Promise<Stack> {
  const { beside, production } = options
  const clock = beside?.clock ?? createMovableClock()
  const simulator = beside?.simulator ?? (await startSimulator({ clock: { now: () => clock.now().getTime() } }))
  const env = {
    NODE_ENV: 'test',
    PORT: '0',
    OPERATOR_PORT: '0',
    MASTER_KEY: beside?.env.MASTER_KEY ?? randomBytes(32).toString('base64'),
    WECHAT_API_URL: simulator.url,
    WECHAT_OAUTH_URL: simulator.url,
    WEAPP_APP_ID: weapp.appId,
    WEAPP_APP_SECRET: weapp.secret,
    H5_APP_ID: h5.appId,
    H5_APP_SECRET: h5.secret,
    DOUYIN_API_URL: simulator.url,
    DOUYIN_APP_ID: douyin.appId,
    DOUYIN_APP_SECRET: douyin.secret,
    ...(options.alipay && alipayVariables(simulator.url)),
    PUBLIC_H5_URL: h5Origin,
    PUBLIC_URL: 'https://bff.trailpass.test',
    ...storage.env,
    ...options.env,
  }
  let log = ''
  const logger = createLogger(options.env?.LOG_LEVEL ?? 'info', {
    write(line) {
      log += line
    },
  })
  async function launch() {
    // Production refuses a simulator, so only what it does differently at run time is turned on here.
    const config = { ...loadConfig(env), ...(production && { production }) }
    const context = await createContext(config, { clock, log: logger })
    return { context, server: await startServer(context) }
  }
  let running = await launch()
  let isUp = true
  // A test that fails while the server is stopped is told by its own words, not by those of a second stop.
  const stop = async () => {
    if (isUp) await running.server.stop()
    isUp = false
  }
  const start = async () => {
    running = await launch()
    isUp = true
  }

  const api = createApi(() => running.server.url)
  const wechat = createWeChat(simulator)
  return {
    ...wechat,
    ...createJourneys(api, wechat),
    api,
    env,
    storage,
    clock,
    simulator,
    get context() {
      return running.context
    },
    get url() {
      return running.server.url
    },
    get operatorUrl() {
      return running.server.operatorUrl ?? ''
    },
    get log() {
      return log
    },
    advance: clock.advance,
    stop,
    start,
    async restart() {
      await stop()
      await start()
    },
    async close() {
      await stop()
      if (!beside) await simulator.close()
    },
  }
}
