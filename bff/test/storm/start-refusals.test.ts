import { randomBytes } from 'node:crypto'
import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runBffToItsEnd } from '../support/bff-process.ts'
import { figure, patience } from '../support/figure.ts'
import { expectIntegrity } from '../support/integrity.ts'
import { startLoad } from '../support/load.ts'
import { sqlite, storages } from '../support/storages.ts'
import { withStack } from '../support/with-stack.ts'
import { withStorage } from '../support/with-storage.ts'

const starts = figure('STARTS', 1)

it(
  `${starts} processes more on the same data folder are refused in words, and the first goes on writing`,
  { timeout: patience(30_000) },
  () =>
    withStack(async (stack) => {
      const writing = startLoad(2, () => stack.login())
      for (let start = 0; start < starts; start++) {
        const { exitCode, output } = await runBffToItsEnd(stack.env)
        expect(exitCode).toBe(1)
        expect(output).toContain('another process is using the data folder')
        expect(output).not.toMatch(/^\s+at /m)
      }
      const { statuses, calls } = await writing.stop()
      expect(statuses).toEqual({ 200: calls })
      await stack.stop()
      expectIntegrity(stack.env)
      await stack.start()
    }),
)

it.each(storages)('a master key of another store is refused in words, on $name', (storage) =>
  withStack(
    async (stack) => {
      await stack.stop()
      const foreign = randomBytes(32).toString('base64')
      const { exitCode, output } = await runBffToItsEnd({ ...stack.env, MASTER_KEY: foreign })
      expect(exitCode).toBe(1)
      expect(output).toContain('MASTER_KEY is not the key with which this store was created')
      expect(output).not.toContain(foreign)
      await stack.start()
    },
    { storage },
  ),
)

it('every fault of the environment is named at once: production takes no simulator, and wants a master key', () =>
  withStack(async (stack) => {
    const { exitCode, output } = await runBffToItsEnd({ ...stack.env, NODE_ENV: 'production', MASTER_KEY: '' })
    expect(exitCode).toBe(1)
    expect(output).toMatch(/MASTER_KEY: is required in production/)
    expect(output).toMatch(/WECHAT_API_URL: must be https in production/)
    expect(output).toMatch(/WECHAT_OAUTH_URL: must be https in production/)
    expect(output).not.toContain(stack.env.WEAPP_APP_SECRET)
  }))

it.skipIf(process.platform === 'win32')('a master key that everybody may read is refused in words', () =>
  withStorage(sqlite, async ({ env }) => {
    const path = join(env.DATA_DIR, 'key')
    const key = randomBytes(32).toString('base64')
    writeFileSync(path, key)
    chmodSync(path, 0o644)
    const { exitCode, output } = await runBffToItsEnd({ ...env, NODE_ENV: 'production', MASTER_KEY_FILE: path })
    expect(exitCode).toBe(1)
    expect(output).toContain(`is readable by other users: chmod 600 ${path}`)
    expect(output).not.toContain(key)
  }),
)

it('a port in use is named', () =>
  withStack(async (stack) => {
    const { port } = new URL(stack.url)
    const { DATA_DIR = '' } = stack.env
    const { exitCode, output } = await runBffToItsEnd({ ...stack.env, PORT: port, DATA_DIR: `${DATA_DIR}/other` })
    expect(exitCode).toBe(1)
    expect(output).toContain(`Port ${port} on 127.0.0.1 is in use`)
  }))
