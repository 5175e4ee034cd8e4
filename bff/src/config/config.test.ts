import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { ConfigError, loadConfig } from './config.ts'

const masterKey = randomBytes(32).toString('base64')
const faultsOf = (env: Record<string, string>): readonly string[] => {
  try {
    loadConfig(env)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.faults
    throw error
  }
}

describe('development', () => {
  it('needs no variable at all', () => {
    expect(loadConfig({})).toMatchObject({ listen: { host: '127.0.0.1', port: 3000 }, dataDir: '.data', apps: [] })
  })
  it('takes a simulator', () => expect(faultsOf({ WECHAT_API_URL: 'http://127.0.0.1:4010' })).toEqual([]))
})

it('lists every fault at once', () => {
  expect(
    faultsOf({ PORT: 'many', MASTER_KEY: 'short', LOG_LEVEL: 'loud' }).map((fault) => fault.split(':')[0]),
  ).toEqual(['PORT', 'MASTER_KEY', 'LOG_LEVEL'])
})

it('lists faults of single variables beside faults of how they go together', () => {
  const env = { NODE_ENV: 'production', PORT: 'many', MASTER_KEY: 'short', WECHAT_API_URL: 'http://127.0.0.1:4010' }
  expect(faultsOf({ ...env, WEAPP_APP_SECRET: 's' }).map((fault) => fault.split(':')[0])).toEqual([
    'PORT',
    'MASTER_KEY',
    'WEAPP_APP_ID',
    'WECHAT_API_URL',
  ])
})

const createKeys = () => generateKeyPairSync('rsa', { modulusLength: 1024 })
const ours = createKeys()
const publicKeyOf = ({ publicKey }: typeof ours) => publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
const alipay = {
  ALIPAY_APP_ID: '2021000000000001',
  ALIPAY_PRIVATE_KEY: String(ours.privateKey.export({ type: 'pkcs1', format: 'pem' })),
  ALIPAY_PUBLIC_KEY: publicKeyOf(createKeys()),
}

it('takes the keys of Alipay, and nothing else in their place', () => {
  expect(loadConfig(alipay)).toMatchObject({ apps: [{ platform: 'alipay', appId: alipay.ALIPAY_APP_ID }] })
  expect(faultsOf({ ...alipay, ALIPAY_PRIVATE_KEY: 'secret', ALIPAY_PUBLIC_KEY: 'public' })).toEqual([
    'ALIPAY_PRIVATE_KEY: must be an RSA private key, in PEM or base64',
    'ALIPAY_PUBLIC_KEY: must be an RSA public key, in PEM or base64',
  ])
  expect(faultsOf({ ...alipay, ALIPAY_PUBLIC_KEY: publicKeyOf(ours) })).toEqual([
    expect.stringContaining('ALIPAY_PUBLIC_KEY: is the public key of ALIPAY_PRIVATE_KEY'),
  ])
  const { ALIPAY_PRIVATE_KEY } = alipay
  expect(faultsOf({ ALIPAY_PRIVATE_KEY }).map((fault) => fault.split(':')[0])).toEqual([
    'ALIPAY_APP_ID',
    'ALIPAY_PUBLIC_KEY',
  ])
})

it('takes the public key of Alipay alone, where the vault has the rest', () => {
  const { ALIPAY_PUBLIC_KEY } = alipay
  expect(loadConfig({ ALIPAY_PUBLIC_KEY })).toMatchObject({ apps: [], alipay: { publicKey: ALIPAY_PUBLIC_KEY } })
})

it('takes files for WeChat by name and content alone', () => {
  expect(faultsOf({ WECHAT_VERIFY_FILES: 'MP_verify_a.txt=a,d/b2.txt=c3' })).toEqual([])
  for (const WECHAT_VERIFY_FILES of ['a.html=a', '../a.txt=a', 'a.txt', 'a.txt=<b>', '/a.txt=a']) {
    expect(faultsOf({ WECHAT_VERIFY_FILES })).toEqual([expect.stringMatching(/^WECHAT_VERIFY_FILES: /)])
  }
})

it('wants an AppID beside its AppSecret, and takes one alone, whose secret the vault has', () => {
  expect(faultsOf({ H5_APP_SECRET: 's' })).toEqual(['H5_APP_ID: is required with H5_APP_SECRET'])
  expect(faultsOf({ WEAPP_APP_SECRET: 's', DOUYIN_APP_SECRET: 's' })).toHaveLength(2)
  expect(loadConfig({ H5_APP_ID: 'wx1' }).apps).toEqual([{ platform: 'h5', appId: 'wx1', secret: null, push: null }])
})

describe('production', () => {
  const production = { NODE_ENV: 'production', MASTER_KEY: masterKey }
  it('starts with a master key and the official hosts', () => expect(faultsOf(production)).toEqual([]))
  it('requires an address of the web client where people register on the web', () => {
    expect(faultsOf({ ...production, REGISTRATION_MODE: 'web' })[0]).toMatch(/^PUBLIC_H5_URL/)
    expect(faultsOf({ ...production, REGISTRATION_MODE: 'web', PUBLIC_H5_URL: 'https://h5.example' })).toEqual([])
    expect(faultsOf({ REGISTRATION_MODE: 'elsewhere' })[0]).toMatch(/^REGISTRATION_MODE/)
  })
  it('requires the master key', () => expect(faultsOf({ NODE_ENV: 'production' })[0]).toMatch(/^MASTER_KEY/))
  it.each([
    'http://127.0.0.1:4010',
    'http://api.weixin.qq.com',
    'https://evil.example',
    'https://u:p@api.weixin.qq.com',
  ])('refuses %s', (url) => {
    expect(faultsOf({ ...production, WECHAT_API_URL: url })).toHaveLength(1)
    expect(faultsOf({ ...production, WECHAT_OAUTH_URL: url })).toHaveLength(1)
    expect(faultsOf({ ...production, ALIPAY_API_URL: url, DOUYIN_API_URL: url })).toHaveLength(2)
  })
  it('takes a host that was allowed by name', () => {
    const proxied = {
      WECHAT_API_URL: 'https://proxy.example',
      WECHAT_API_ALLOWED_HOSTS: 'other.example, proxy.example',
    }
    expect(faultsOf({ ...production, ...proxied })).toEqual([])
  })
})

it('never shows a secret when it is printed', () => {
  const config = loadConfig({ MASTER_KEY: masterKey, WEAPP_APP_ID: 'wx1', WEAPP_APP_SECRET: 'canary-7' })
  for (const printed of [
    JSON.stringify(config),
    inspect(config, { depth: 9, showHidden: true }),
    String(config.apps[0]?.secret),
  ]) {
    expect(printed).not.toContain('canary-7')
    expect(printed).not.toContain(masterKey)
  }
})
