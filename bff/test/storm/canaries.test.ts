import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { Secret } from '../../src/domain/secret.ts'
import { alipay, douyin, h5, randomId, weapp } from '../support/journeys.ts'
import { safePush } from '../support/push.ts'
import { readEverything } from '../support/read-everything.ts'
import type { Stack } from '../support/stack.ts'
import { storages } from '../support/storages.ts'
import { operatorEnv } from '../support/vault-desk.ts'
import { withStack } from '../support/with-stack.ts'

/** Every way in which a value could have slipped into a text. */
const formsOf = (value: string): string[] => {
  const bytes = Buffer.from(value)
  return [
    value,
    encodeURIComponent(value),
    bytes.toString('base64'),
    bytes.toString('base64url'),
    bytes.toString('hex'),
  ]
}

function expectAbsent(canaries: Record<string, string>, place: string, text: string): void {
  const found = Object.entries(canaries).filter(([, value]) => formsOf(value).some((form) => text.includes(form)))
  expect({ place, found: found.map(([name]) => name) }).toEqual({ place, found: [] })
}

/** Signs in, registers with a phone number, fails in several ways. Answers the texts of all answers, tokens taken out. */
async function liveThrough(stack: Stack) {
  const request = { code: await stack.code(), nonce: randomId(), deviceId: randomId() }
  const phoneCode = await stack.phoneCode()
  const login = await stack.login(request)
  const token = login.body.token ?? ''
  const answers = [
    login,
    await stack.register(token, { phoneCode, nickname: '小林' }),
    await stack.userInfo(token),
    await stack.login(request),
    await stack.login({ ...request, nonce: randomId() }),
    await stack.login({ user: 'bob', platform: 'h5', appId: h5.appId }),
    await stack.login({ platform: 'alipay', appId: alipay.appId }),
    await stack.login({ platform: 'tt', appId: douyin.appId }),
    await stack.api('GET', `/v1/userinfo?token=${token}&code=${request.code}`, { token }),
    await stack.api('GET', `/v1/${token}`, { token }),
    await stack.api('POST', '/v1/session', { body: { ...request, token, extra: request.code } }),
  ]
  for (const mode of ['html', 'wrong-types', 'reset', 'busy']) {
    await stack.fail({ mode })
    answers.push(await stack.login(request), await stack.login({ deviceId: request.deviceId }))
    answers.push(await stack.login({ platform: 'alipay', appId: alipay.appId }))
    answers.push(await stack.login({ platform: 'tt', appId: douyin.appId }))
  }
  await stack.fail({ mode: 'errcode', errcode: 40125 })
  answers.push(await stack.login())
  const texts = answers.map(({ text, headers }) => text.replace(/"token":"[^"]*"/, '') + JSON.stringify([...headers]))
  return { ...request, phoneCode, token, answers: texts.join('\n') }
}

/** What the operator's port tells. */
async function readDesk(stack: Stack): Promise<string> {
  const headers = { authorization: `Bearer ${operatorEnv.OPERATOR_TOKEN}` }
  const paths = ['/metrics', '/health', '/timelines']
  const pages = await Promise.all(paths.map((path) => fetch(`${stack.operatorUrl}${path}`, { headers })))
  expect(pages.map(({ status }) => status)).toEqual([200, 200, 200])
  return (await Promise.all(pages.map((page) => page.text()))).join('\n')
}

it.each(storages)('no secret is in the log, in an answer, in a figure, or plain in the store, on $name', (storage) =>
  withStack(
    async (stack) => {
      const { answers, ...given } = await liveThrough(stack)
      const { world } = stack.simulator
      await stack.context.keyRotation.rotate(new Secret(stack.env.MASTER_KEY_NEXT ?? ''), 'operator:test')
      const alice = world.people.find('alice')
      if (!alice?.phone) throw new Error('alice has a phone')
      const { openid, unionid } = await stack.subject('alice')
      const secrets = {
        ...given,
        weappSecret: weapp.secret,
        h5Secret: h5.secret,
        douyinSecret: douyin.secret,
        douyinSessionKey: world.sessionKeys.find(douyin, alice) ?? '',
        // Any line of the PEM gives the key away.
        alipayKey: stack.env.ALIPAY_PRIVATE_KEY?.split('\n')[5] ?? '',
        masterKey: stack.env.MASTER_KEY ?? '',
        sessionKey: world.sessionKeys.find(weapp, alice) ?? '',
        pushToken: safePush.WEAPP_PUSH_TOKEN,
        pushAesKey: safePush.WEAPP_PUSH_AES_KEY,
        nextMasterKey: stack.env.MASTER_KEY_NEXT ?? '',
        accessToken: world.accessTokens.current(weapp).token,
        phone: alice.phone,
      }
      for (const value of [...Object.values(secrets), openid, unionid]) expect(value.length).toBeGreaterThan(8)

      expectAbsent({ ...secrets, openid, unionid }, 'log', stack.log)
      expectAbsent({ ...secrets, openid, unionid }, 'answers', answers)
      const operatorToken = operatorEnv.OPERATOR_TOKEN
      expectAbsent({ ...secrets, openid, unionid, operatorToken }, 'the desk', await readDesk(stack))
      expectAbsent({ operatorToken }, 'log', stack.log)
      await stack.stop()
      // WeChat's interfaces want the openid back, so the store has to keep it.
      expectAbsent(secrets, 'store', await readEverything(stack.storage))
      await stack.start()
    },
    {
      storage,
      alipay: true,
      env: { ...safePush, ...operatorEnv, MASTER_KEY_NEXT: randomBytes(32).toString('base64') },
    },
  ),
)
