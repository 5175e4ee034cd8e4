import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { runBffToItsEnd } from '../support/bff-process.ts'
import { figure, patience } from '../support/figure.ts'
import { expectIntegrity } from '../support/integrity.ts'
import { startLoad } from '../support/load.ts'
import { storages } from '../support/storages.ts'
import { withStack } from '../support/with-stack.ts'

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
      expect(output).toContain('MASTER_KEY is not the key that this store was made with')
      expect(output).not.toContain(foreign)
      await stack.start()
    },
    { storage },
  ),
)

it('every fault of the environment is named at once, and production takes no simulator', () =>
  withStack(async (stack) => {
    const { exitCode, output } = await runBffToItsEnd({ ...stack.env, NODE_ENV: 'production', PORT: '0' })
    expect(exitCode).toBe(1)
    expect(output).toMatch(/WECHAT_API_URL: production speaks https only/)
    expect(output).toMatch(/WECHAT_OAUTH_URL: production speaks https only/)
    expect(output).not.toContain(stack.env.WEAPP_APP_SECRET)
  }))

it('a port in use is named', () =>
  withStack(async (stack) => {
    const { port } = new URL(stack.url)
    const { DATA_DIR = '' } = stack.env
    const { exitCode, output } = await runBffToItsEnd({ ...stack.env, PORT: port, DATA_DIR: `${DATA_DIR}/other` })
    expect(exitCode).toBe(1)
    expect(output).toContain(`Port ${port} on 127.0.0.1 is in use`)
  }))
