import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { runBffToItsEnd, startBffProcess } from '../support/bff-process.ts'
import { figure, patience } from '../support/figure.ts'
import { h5, weapp } from '../support/journeys.ts'
import { sqlite } from '../support/storages.ts'
import { withStorage } from '../support/with-storage.ts'

const variables = ['WECHAT_API_URL', 'WECHAT_OAUTH_URL', 'ALIPAY_API_URL', 'DOUYIN_API_URL'] as const
const notThePlatform = [
  'http://127.0.0.1:4010',
  'https://127.0.0.1:4010',
  'https://localhost',
  'https://[::1]:4010',
  'http://api.weixin.qq.com',
  'https://somebody@api.weixin.qq.com',
  'https://api.weixin.qq.com.example.com',
  'https://simulator.example.com/api.weixin.qq.com',
].slice(0, figure('ADDRESSES', 2))

const inProduction = (play: (env: Record<string, string>) => Promise<void>) =>
  withStorage(sqlite, ({ env: { DATA_DIR } }) =>
    play({
      DATA_DIR,
      NODE_ENV: 'production',
      PORT: '0',
      OPERATOR_PORT: '0',
      MASTER_KEY: randomBytes(32).toString('base64'),
      WEAPP_APP_ID: weapp.appId,
      WEAPP_APP_SECRET: weapp.secret,
    }),
  )

async function expectRefusal(env: Record<string, string>, words: RegExp): Promise<void> {
  const { exitCode, output } = await runBffToItsEnd(env)
  expect({ exitCode, output }).toEqual({ exitCode: 1, output: expect.stringMatching(words) })
  expect(output).not.toMatch(/^\s+at |ready on/m)
  for (const secret of [env.WEAPP_APP_SECRET, env.MASTER_KEY]) if (secret) expect(output).not.toContain(secret)
}

describe.each(variables)('production with %s', (variable) => {
  it.each(notThePlatform)('at %s does not start, and says why', { timeout: patience(20_000) }, (address) =>
    inProduction((env) => expectRefusal({ ...env, [variable]: address }, new RegExp(`${variable}: .+`))),
  )
})

it.each([
  ['without a master key', { MASTER_KEY: '' }, /MASTER_KEY: is required in production/],
  ['with H5 and nowhere it is served', { H5_APP_ID: h5.appId, H5_APP_SECRET: h5.secret }, /PUBLIC_H5_URL: is required/],
  ['with web registration and no web client', { REGISTRATION_MODE: 'web' }, /PUBLIC_H5_URL: is required/],
])('production %s does not start, and says why', (_, changes, words) =>
  inProduction((env) => expectRefusal({ ...env, ...changes }, words)),
)

it('production that talks to the platforms themselves starts', () =>
  inProduction(async (env) => {
    const bff = await startBffProcess(env)
    expect((await bff.api('GET', '/readyz')).status).toBe(200)
    await bff.terminate()
  }))
