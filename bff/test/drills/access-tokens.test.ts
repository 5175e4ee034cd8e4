import { getPlatformKey, type PlatformKey } from '@trailpass/shared'
import { describe, expect, it } from 'vitest'
import { figure, patience } from '../support/figure.ts'
import { each, inProcesses, type RunningBff } from '../support/in-processes.ts'
import { weapp } from '../support/journeys.ts'
import type { Stack } from '../support/stack.ts'
import { storages } from '../support/storages.ts'
import { until } from '../support/until.ts'
import { withStack } from '../support/with-stack.ts'

const callers = figure('CALLERS', 30)
const tokenPath = '/cgi-bin/stable_token'

/** What needs an access token and nothing else: so many ask at once, in each process. */
async function askEverywhere(bffs: readonly RunningBff[], token: string): Promise<void> {
  const ask = (bff: RunningBff) => bff.api<PlatformKey>(getPlatformKey.method, getPlatformKey.path, { token })
  const answers = await each(bffs, callers * bffs.length, ask)
  // On a slow machine the last of so many may be told to come back; nobody is told anything else.
  for (const { status } of answers) expect([200, 503]).toContain(status)
  for (const bff of bffs) await until('WeChat is asked', async () => (await ask(bff)).body.alive, 30_000)
}

/** Somebody else refreshes the token by force, which kills the one that every process holds. */
function killAccessToken({ simulator }: Stack): void {
  const app = [...simulator.world.apps.values()].find(({ appId }) => appId === weapp.appId)
  if (!app) throw new Error('the simulator has no mini program')
  simulator.world.accessTokens.forceRefresh(app)
}

describe.each(storages)('on $name', (storage) => {
  const title = `one access token serves ${callers} callers at once in each process, and one more replaces a dead one`
  it(title, { timeout: patience(120_000) }, () =>
    withStack(
      (stack) =>
        inProcesses(stack, async (bffs) => {
          const [first] = await each(bffs, 1, (bff) => bff.signIn())
          await askEverywhere(bffs, first?.token ?? '')
          expect(await stack.upstreamCalls(tokenPath)).toHaveLength(1)

          killAccessToken(stack)
          await askEverywhere(bffs, first?.token ?? '')
          expect(await stack.upstreamCalls(tokenPath)).toHaveLength(2)
        }),
      { storage, env: { RATE_LIMIT_FACTOR: '1000' } },
    ),
  )
})
