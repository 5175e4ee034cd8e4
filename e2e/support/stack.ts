import { alipayKeys, defaultApps, startSimulator } from '@trailpass/simulator'
import { type BffProcess, startBffProcess } from './bff-process.ts'
import { type PlantedBike, plantTrail } from './plant.ts'
import { createStorage, type Storage } from './storage.ts'

export interface Stack {
  simulatorUrl: string
  bff: BffProcess
  /** What opens the BFF's store; an embedded one only while it does not run. */
  storeEnv: Storage['env']
  /** One of the trail's bikes, 1 or 2. The simulator has them, and they report to the BFF. */
  bike(number: number): PlantedBike
  /** Asks the simulator's own interface. */
  simulator<T = unknown>(method: string, path: string, body?: unknown): Promise<T>
  /** A fresh login code, as the platform gives it to a phone. */
  codeFor(user: string): Promise<string>
  /** How many requests reached a path of the platform. */
  countUpstream(path: string): Promise<number>
  stop(): Promise<void>
}

/** Alipay and Douyin, set up as their consoles show it. */
function otherPlatforms(simulatorUrl: string): NodeJS.ProcessEnv {
  const { app, alipay } = alipayKeys()
  return {
    ALIPAY_API_URL: simulatorUrl,
    ALIPAY_APP_ID: defaultApps.alipay.appId,
    ALIPAY_PRIVATE_KEY: app.privateKey,
    ALIPAY_PUBLIC_KEY: alipay.publicKey,
    DOUYIN_API_URL: simulatorUrl,
    DOUYIN_APP_ID: defaultApps.douyin.appId,
    DOUYIN_APP_SECRET: defaultApps.douyin.secret,
  }
}

/**
 * Simulator and built BFF on free ports, with one trail and its bikes in a folder that goes with them. `scanUrl` is what
 * the phone on the simulator's page opens.
 */
export async function startStack(
  env: NodeJS.ProcessEnv = {},
  { scanUrl }: { scanUrl?: (code: string) => string } = {},
): Promise<Stack> {
  const storage = await createStorage()
  const bikes = await plantTrail(storage.env)
  const simulator = await startSimulator({ host: '127.0.0.1', port: 0 })
  const bff = await startBffProcess({
    ...storage.env,
    WECHAT_API_URL: simulator.url,
    WECHAT_OAUTH_URL: simulator.url,
    WEAPP_APP_ID: defaultApps.weapp.appId,
    WEAPP_APP_SECRET: defaultApps.weapp.secret,
    H5_APP_ID: defaultApps.h5.appId,
    H5_APP_SECRET: defaultApps.h5.secret,
    ...otherPlatforms(simulator.url),
    ...env,
  })

  async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${simulator.url}${path}`, {
      method,
      ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`simulator ${method} ${path}: ${response.status} ${text}`)
    return (text === '' ? undefined : JSON.parse(text)) as T
  }

  for (const bike of bikes) {
    const opens = scanUrl && { scanUrl: scanUrl(bike.code) }
    await ask('POST', '/_sim/bikes', { ...bike, ...opens, reportUrl: `${bff.url}/v1/devices/${bike.id}/reports` })
  }

  return {
    simulatorUrl: simulator.url,
    bff,
    storeEnv: storage.env,
    bike(number) {
      const bike = bikes.find((planted) => planted.number === number)
      if (bike === undefined) throw new Error(`no bike ${number} was planted`)
      return bike
    },
    simulator: ask,
    async codeFor(user) {
      const { code } = await ask<{ code: string }>('POST', '/_sim/login', { appId: defaultApps.weapp.appId, user })
      return code
    },
    countUpstream: async (path) => (await ask<unknown[]>('GET', `/_sim/requests?path=${path}`)).length,
    async stop() {
      await bff.stop()
      await simulator.close()
      await storage.remove()
    },
  }
}
