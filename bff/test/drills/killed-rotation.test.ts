import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { Secret } from '../../src/domain/secret.ts'
import { systemClock } from '../../src/ports/clock.ts'
import { MasterKeyError, openKeyring } from '../../src/services/keyring-service.ts'
import { createDraw } from '../support/draw.ts'
import { figure, patience, seed } from '../support/figure.ts'
import { inProcesses, type RunningBff } from '../support/in-processes.ts'
import { operatorEnv } from '../support/operator-command.ts'
import type { Stack } from '../support/stack.ts'
import { sqlite, storages } from '../support/storages.ts'
import { createTrailpassCommand } from '../support/trailpass-command.ts'
import { withStack } from '../support/with-stack.ts'

/** With one, only where a single process is enough; in `vault/key-rotation.test.ts` every storage is cut off midway. */
const kills = figure('kills', 1)
const drawnFrom = seed()
const { share } = createDraw(drawnFrom)
/** A rotation is over within it, once the process is ready for it. */
const withinMs = 40

const tsx = createRequire(import.meta.url).resolve('tsx')
const cli = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))

function launch(env: Record<string, string>, ...args: string[]) {
  const { PATH, SystemRoot } = process.env
  const variables = { PATH, SystemRoot, ...env }
  const child = spawn(process.execPath, ['--import', tsx, cli, ...args], { env: variables, stdio: 'ignore' })
  return { child, ended: once(child, 'close') }
}

/** On PostgreSQL the command is a process of its own, which dies; the servers have nothing to do with it. */
async function killCommand(env: Record<string, string>): Promise<void> {
  const startedAt = performance.now()
  await launch(env, 'app', 'list').ended
  // The rotation comes at the end of what a command that only looks takes about as long for.
  const lookMs = performance.now() - startedAt
  const { child, ended } = launch(env, 'keys', 'rotate')
  await delay(lookMs * (0.8 + share() * 0.3))
  child.kill('SIGKILL')
  await ended
}

/** In the data folder the server itself rotates, and dies of it. */
async function killServer(bff: RunningBff, env: Record<string, string>): Promise<void> {
  const command = createTrailpassCommand(env)('keys', 'rotate')
  await delay(share() * withinMs)
  await bff.kill()
  await command
}

/** Signs people in at every server until it is stopped; answers how many were, and whom it failed. */
function signPeopleIn(bffs: readonly RunningBff[]) {
  const failed: unknown[] = []
  let signedIn = 0
  let stopped = false
  const all = bffs.map(async (bff) => {
    while (!stopped) {
      const { status, body } = await bff.login()
      if (status === 200 && !body.degraded) signedIn++
      else failed.push(body)
    }
  })
  return async () => {
    stopped = true
    await Promise.all(all)
    return { signedIn, failed }
  }
}

/** One life of the servers, in which a rotation is killed. */
async function liveOnce(stack: Stack): Promise<void> {
  await inProcesses(stack, async (bffs) => {
    const stop = signPeopleIn(bffs)
    const [first] = bffs
    if (stack.env.DATABASE_URL !== undefined) await killCommand(stack.env)
    const { signedIn, failed } = await stop()
    expect({ failed, someSignedIn: signedIn > 0 }).toMatchObject({ failed: [], someSignedIn: true })
    if (stack.env.DATABASE_URL === undefined && first) await killServer(first, stack.env)
  })
}

it.each(kills > 1 ? storages : [sqlite])(
  `a rotation that is killed leaves a store that opens, and is done by the next (seed ${drawnFrom}), on $name`,
  { timeout: patience(60_000) },
  (storage) =>
    withStack(
      async (stack) => {
        const former = String(stack.env.MASTER_KEY)
        const { token } = await stack.signIn()
        for (let kill = 1; kill <= kills; kill++) {
          stack.env.MASTER_KEY_NEXT = randomBytes(32).toString('base64')
          await liveOnce(stack)
          const done = await createTrailpassCommand(stack.env)('keys', 'rotate')
          expect(done).toMatchObject({
            exitCode: 0,
            stdout: expect.stringMatching(/^[08] keys rewrapped, [08] were/),
          })
          stack.env.MASTER_KEY = stack.env.MASTER_KEY_NEXT
          stack.env.MASTER_KEY_NEXT = ''
          await stack.restart()
          expect((await stack.userInfo(token)).status).toBe(200)
        }
        const { stores } = stack.context
        const open = (key: string) =>
          openKeyring({ ...stores, masterKeys: { current: new Secret(key), next: null }, clock: systemClock })
        await expect(open(former)).rejects.toThrow(MasterKeyError)
        await open(String(stack.env.MASTER_KEY))
      },
      { storage, env: operatorEnv },
    ),
)
