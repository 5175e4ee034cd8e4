import { alipayKeys } from '@trailpass/simulator'
import { expect, it } from 'vitest'
import { alipay, douyin, weapp } from '../support/journeys.ts'
import { replaceSecret } from '../support/open-vault.ts'
import { createOperatorCommand, operatorEnv } from '../support/operator-command.ts'
import type { Stack } from '../support/stack.ts'
import { storages } from '../support/storages.ts'
import { withStack } from '../support/with-stack.ts'

const app = { platform: 'weapp', appId: weapp.appId } as const

const isDegraded = async ({ signIn }: Stack) => (await signIn()).degraded

it.each(storages)('the environment seeds an app, and does not overwrite it, on $name', { timeout: 60_000 }, (storage) =>
  withStack(
    async (stack) => {
      expect(await isDegraded(stack)).toBe(false)
      stack.env.WEAPP_APP_SECRET = 'another'
      await stack.restart()
      expect(await isDegraded(stack)).toBe(false)
      const events = stack.log.split('\n').filter((line) => line.includes('operator.env_secret_ignored'))
      expect(events).toHaveLength(1)
      expect(events[0]).toContain(weapp.appId)
      delete stack.env.WEAPP_APP_ID
      delete stack.env.WEAPP_APP_SECRET
      await stack.restart()
      expect(await isDegraded(stack)).toBe(false)
      expect(stack.log).not.toContain(weapp.secret)
    },
    { storage },
  ),
)

it('an AppID alone leaves the vault as it is', { timeout: 60_000 }, () =>
  withStack(async (stack) => {
    const kept = await stack.context.registry.list()
    delete stack.env.WEAPP_APP_SECRET
    await stack.restart()
    expect(await isDegraded(stack)).toBe(false)
    expect(await stack.context.registry.list()).toEqual(kept)
    expect(stack.log).not.toContain('"level":"warn"')
  }),
)

it.each([
  ['tt', douyin, { DOUYIN_APP_SECRET: '' }],
  ['alipay', alipay, { ALIPAY_PRIVATE_KEY: '' }],
] as const)(
  'an AppID of %s alone lets nobody sign in until the vault has its secret',
  async (platform, app, absent) => {
    const secret = platform === 'alipay' ? alipayKeys().app.privateKey : app.secret
    const play = async (stack: Stack) => {
      const choice = { platform, appId: app.appId }
      expect((await stack.login(choice)).body).toMatchObject({ code: 'app.unknown' })
      expect(stack.log).toMatch(/operator\.attention.*trailpass app add/)
      const trailpass = createOperatorCommand(stack)
      const { stdout } = await trailpass('', 'doctor')
      expect(stdout).toContain(`${platform} ${app.appId}: nobody can sign in: the environment`)
      expect(stdout).toContain(`trailpass app add ${app.appId} --platform ${platform}`)
      await trailpass('', 'app', 'add', app.appId, '--platform', platform)
      expect(await trailpass(secret, 'secret', 'set', app.appId)).toMatchObject({ exitCode: 0 })
      expect((await stack.signIn(choice)).degraded).toBe(false)
      await stack.restart()
      expect((await stack.signIn(choice)).degraded).toBe(false)
    }
    await withStack(play, { alipay: platform === 'alipay', env: { ...operatorEnv, ...absent } })
  },
)

it('a former secret is tried when the new one is refused, for the overlap', { timeout: 60_000 }, () =>
  withStack(async (stack) => {
    await replaceSecret(stack, app, 'not known to WeChat yet')
    expect(await isDegraded(stack)).toBe(false)
    const { token } = await stack.signIn()
    const { body } = await stack.register(token, { phoneCode: await stack.phoneCode() })
    expect(body.phoneMasked).not.toBeNull()
    stack.advance(600_001)
    expect(await isDegraded(stack)).toBe(true)
    expect(stack.log).toContain('"errcode":40125')
  }),
)

it('so it is at Douyin', { timeout: 60_000 }, () =>
  withStack(async (stack) => {
    const signIn = async () => (await stack.signIn({ platform: 'tt', appId: douyin.appId })).degraded
    await replaceSecret(stack, { platform: 'tt', appId: douyin.appId }, 'not known to Douyin yet')
    expect(await signIn()).toBe(false)
    stack.advance(600_001)
    expect(await signIn()).toBe(true)
  }),
)

it.each(storages)('a disabled app is unknown, within 5 s at the most, on $name', { timeout: 60_000 }, (storage) =>
  withStack(
    async (stack) => {
      await stack.signIn()
      const disable = async () => {
        const stores = await stack.storage.open()
        await stores.store.write(function* () {
          const found = yield* stores.registeredApps.lock(app)
          if (!found) throw new Error('no app')
          yield* stores.registeredApps.update({ ...found, state: 'disabled' })
        })
        await stores.store.close()
      }
      if (storage.name === 'PostgreSQL') {
        await disable()
        stack.advance(5000)
      } else {
        await stack.stop()
        await disable()
        await stack.start()
      }
      const guest = { platform: 'weapp', appId: weapp.appId, deviceId: 'd'.repeat(24) }
      expect((await stack.api('POST', '/v1/session/guest', { body: guest })).body).toMatchObject({
        code: 'app.unknown',
      })
    },
    { storage },
  ),
)
