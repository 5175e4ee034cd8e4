import { defaultApps, startSimulator } from '@trailpass/simulator'
import { inSeconds } from '../lib/figures.ts'
import { addressesAt, publishAddresses, withdrawAddresses } from './addresses.ts'
import { clientPart } from './client-part.ts'
import { crashOf } from './crash.ts'
import { firstLogin } from './first-login.ts'
import { untilAborted } from './interruption.ts'
import { startPart } from './part.ts'
import { registerBikes } from './register-bikes.ts'
import { registerPush } from './register-push.ts'
import { sayAs } from './say.ts'
import { seedStore } from './seed-store.ts'
import { serverPart, serverVariables } from './server-part.ts'
import { takePorts } from './take-ports.ts'
import { untilReady } from './until-ready.ts'
import { welcome } from './welcome.ts'

export interface DevOptions {
  /** End well after the first login, or badly when it has not worked within this time. */
  onceWithinMs?: number
  interrupted: AbortSignal
}

const user = 'alice'
const say = sayAs('dev')

/** Runs every part until it is told to end. Throws `NotReady`, `SeedFailed`, or a crash in words. */
export async function runDev({ onceWithinMs, interrupted }: DevOptions): Promise<void> {
  const ports = await takePorts(say)
  const addresses = addressesAt(ports)
  const simulator = await startSimulator({ port: ports.simulator })
  say('starting the simulator, the BFF and H5')
  const parts = [startPart(clientPart('h5', addresses), sayAs('h5'))]
  publishAddresses(addresses)
  try {
    const bikes = await seedStore(serverVariables(addresses))
    parts.push(startPart(serverPart(addresses), sayAs('bff')))
    const crash = Promise.race(parts.map(crashOf))
    const name = await Promise.race([
      crash,
      untilReady(() => firstLogin(addresses, defaultApps.weapp.appId, user), {
        signal: interrupted,
        say,
        quietMs: 30_000,
        timeoutMs: onceWithinMs ?? Number.POSITIVE_INFINITY,
      }),
    ])
    await registerBikes(addresses, bikes, say)
    await registerPush(addresses, say)
    console.log(welcome(addresses, user, bikes[0]?.code))
    say(`ready after ${inSeconds(performance.now())}: ${name} signed in`)
    if (onceWithinMs === undefined) await Promise.race([crash, untilAborted(interrupted)])
  } catch (error) {
    if (!interrupted.aborted) throw error
  } finally {
    withdrawAddresses()
    await Promise.all([...parts.map((part) => part.stop()), simulator.close()])
  }
}
