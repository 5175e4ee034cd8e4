import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { runBffToItsEnd, startBffProcess } from '../support/bff-process.ts'
import { findCanaries } from '../support/canaries.ts'
import { figure, patience } from '../support/figure.ts'
import { weapp } from '../support/journeys.ts'
import { operatorEnv } from '../support/operator-command.ts'
import { safePush } from '../support/push.ts'
import { until } from '../support/until.ts'
import { withStack } from '../support/with-stack.ts'

const crashes = figure('CRASHES', 1)
const bomb = fileURLToPath(new URL('../support/bomb.mjs', import.meta.url))
/** Given to a process, and quoted by everything that goes wrong in it. */
const secretNames = ['WEAPP_APP_SECRET', 'MASTER_KEY', 'OPERATOR_TOKEN', 'WEAPP_PUSH_TOKEN', 'WEAPP_PUSH_AES_KEY']

const envWithBomb = (env: Record<string, string>, when: string, how: string) => ({
  ...env,
  LOG_LEVEL: 'trace',
  NODE_OPTIONS: `--import ${bomb}`,
  BOMB: `${when}:${how}`,
  BOMB_WORDS: secretNames.map((name) => env[name]).join(' '),
})

const withSecrets = (play: Parameters<typeof withStack>[0]) =>
  withStack(
    async (stack) => {
      await stack.stop()
      await play(stack)
      await stack.start()
    },
    { env: { ...safePush, ...operatorEnv } },
  )

const canariesOf = (env: Record<string, string>) =>
  Object.fromEntries(secretNames.map((name) => [name, env[name] ?? '']))

it.skipIf(process.platform === 'win32').each(['exception', 'rejection', 'text', 'two'])(
  'a running process that ends by what it did not catch says where, and none of its words (%s)',
  { repeats: crashes - 1, timeout: patience(60_000) },
  (how) =>
    withSecrets(async ({ env }) => {
      const bff = await startBffProcess(envWithBomb(env, 'SIGWINCH', how))
      expect((await bff.api('GET', '/healthz')).status).toBe(200)
      if (process.platform === 'linux') {
        const seen =
          readFileSync(`/proc/${bff.pid}/cmdline`, 'latin1') + readFileSync(`/proc/${bff.pid}/comm`, 'latin1')
        expect(findCanaries(canariesOf(env), { 'what ps shows': seen })).toEqual([])
        expect(seen).toContain('node')
      }
      const exitCode = bff.endsBy('SIGWINCH')
      expect(await exitCode).toBe(1)
      await until('its last words are written', () => /stopping after an error/.test(bff.output))
      expect(findCanaries(canariesOf(env), { output: bff.output })).toEqual([])
      expect(findCanaries(canariesOf(env), { output: `${bff.output}${weapp.secret}` })).not.toEqual([])
    }),
)

it.each(['exception', 'rejection'])(
  'a process that ends so before it is ready says none of its words either (%s)',
  { repeats: crashes - 1, timeout: patience(60_000) },
  (how) =>
    withSecrets(async ({ env }) => {
      const folder = { DATA_DIR: join(env.DATA_DIR ?? '', 'not-there-yet') }
      const { exitCode, output } = await runBffToItsEnd(envWithBomb({ ...env, ...folder }, 'start', how))
      expect(exitCode).not.toBe(0)
      expect(output).toContain('trailpass bff did not start')
      expect(findCanaries(canariesOf(env), { output })).toEqual([])
    }),
)
