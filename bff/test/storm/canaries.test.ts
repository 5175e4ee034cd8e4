import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { Secret } from '../../src/domain/secret.ts'
import { type Canaries, findCanaries } from '../support/canaries.ts'
import { startEchoingPlatform } from '../support/echoing-platform.ts'
import { liveThrough, operate, personOf, push, sufferEchoes } from '../support/exposed-life.ts'
import { figure, patience } from '../support/figure.ts'
import { douyin, h5, weapp } from '../support/journeys.ts'
import { operatorEnv } from '../support/operator-command.ts'
import { safePush } from '../support/push.ts'
import { readEverything } from '../support/read-everything.ts'
import { recordAnswers } from '../support/recorded-answers.ts'
import type { Stack } from '../support/stack.ts'
import { storages } from '../support/storages.ts'
import { until } from '../support/until.ts'
import { withStack } from '../support/with-stack.ts'

const journeys = figure('JOURNEYS', 1)

/** What the operator entered, and what platforms gave. */
function secretsOf({ env, simulator: { world } }: Stack): Canaries {
  const alice = personOf({ simulator: { world } } as Stack, 'alice')
  return {
    'the AppSecret of weapp': weapp.secret,
    'the AppSecret of h5': h5.secret,
    'the AppSecret of tt': douyin.secret,
    // Any line of the PEM gives the key away.
    'the private key for Alipay': env.ALIPAY_PRIVATE_KEY?.split('\n')[5] ?? '',
    'the master key': env.MASTER_KEY ?? '',
    'the next master key': env.MASTER_KEY_NEXT ?? '',
    'the push token': safePush.WEAPP_PUSH_TOKEN,
    'the push AES key': safePush.WEAPP_PUSH_AES_KEY,
    'the access token': world.accessTokens.current(weapp).token,
    'the session_key at Douyin': world.sessionKeys.find(douyin, alice) ?? '',
    'the OPERATOR_TOKEN': operatorEnv.OPERATOR_TOKEN,
  }
}

/** What the operator's port shows, to a machine and in a browser. */
async function readOperatorPort({ operatorUrl }: Stack): Promise<string> {
  const { OPERATOR_TOKEN: token } = operatorEnv
  const form = { method: 'POST', redirect: 'manual', body: new URLSearchParams({ token }) } as const
  const signedIn = await fetch(`${operatorUrl}/sign-in`, form)
  const [cookie = ''] = (signedIn.headers.get('set-cookie') ?? '').split(';')
  const pages = await Promise.all([
    ...['/metrics', '/health', '/timelines'].map((path) =>
      fetch(`${operatorUrl}${path}`, { headers: { authorization: `Bearer ${token}` } }),
    ),
    fetch(operatorUrl, { headers: { cookie } }),
  ])
  expect(pages.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  return (await Promise.all(pages.map((page) => page.text()))).join('\n')
}

/** The server breaks with every secret in its hands. */
async function breakInside(stack: Stack, canaries: Canaries, token: string): Promise<void> {
  const { now } = stack.clock
  const code = await stack.code()
  const quoting = JSON.stringify(canaries)
  stack.clock.now = () => {
    throw Object.assign(new Error(quoting, { cause: new TypeError(quoting) }), canaries)
  }
  const broken = await stack.login({ code }).finally(() => {
    stack.clock.now = now
  })
  expect(broken.status).toBe(500)
  const mend = await stack.storage.interrupt()
  expect((await stack.register(token)).status).toBe(503)
  await mend()
}

it.each(storages)(
  `no secret is in the log, an answer, a figure, a command’s words or plain in the store after ${journeys} lives, on $name`,
  { timeout: patience(180_000) },
  async (storage) => {
    const platform = await startEchoingPlatform()
    const urls = { WECHAT_API_URL: platform.url, ALIPAY_API_URL: platform.url, DOUYIN_API_URL: platform.url }
    const env = {
      ...safePush,
      ...operatorEnv,
      ...urls,
      LOG_LEVEL: 'trace',
      RATE_LIMIT_FACTOR: '10000',
      REGISTRATION_MODE: 'web',
      MASTER_KEY_NEXT: randomBytes(32).toString('base64'),
    }
    const live = async (stack: Stack) => {
      platform.lead(stack.simulator.url)
      const answers = recordAnswers(() => [stack.url, stack.operatorUrl])
      try {
        const canaries: Record<string, string> = {}
        const subjects: Record<string, string> = {}
        const written: string[] = []
        for (let journey = 0; journey < journeys; journey++) {
          const user = journey === 0 ? 'alice' : `person${journey}`
          const phone = `1380${String(randomBytes(4).readUInt32BE()).padStart(10, '0').slice(-7)}`
          if (journey > 0) await stack.addPerson(user, phone)
          // What went wrong at the platform in the life before may have opened its breaker.
          await until('the platform is asked again', async () => !(await stack.signIn({ user })).degraded, 40_000)
          const { secrets, token, userId, end } = await liveThrough(stack, user)
          const { openid, unionid, deviceId: _, ...own } = secrets
          await sufferEchoes(stack, platform, { token })
          const operated = await operate(stack, userId)
          await push(stack, user, own.sessionKey)
          const all = { ...secretsOf(stack), ...own, ...operated.secrets, phone: personOf(stack, user).phone ?? '' }
          await breakInside(stack, { ...all, openid, unionid }, token)
          written.push(operated.written)
          for (const [name, value] of Object.entries(all)) canaries[`${name} of ${user}`] = value
          Object.assign(subjects, { [`openid of ${user}`]: openid, [`unionid of ${user}`]: unionid })
          if (journey % 2 === 1) await end()
        }
        await stack.context.keyRotation.rotate(new Secret(env.MASTER_KEY_NEXT), 'operator:test')
        for (const [number, secret] of answers.handedOut.entries()) canaries[`handed out as number ${number}`] = secret
        const everywhere = { ...canaries, ...subjects }
        const places = {
          operatorPort: await readOperatorPort(stack),
          log: stack.log,
          answers: answers.text,
          cli: written.join('\n'),
        }
        expect(findCanaries(everywhere, places)).toEqual([])
        expectTheSearchToWork(everywhere, places)
        await stack.stop()
        // WeChat's interfaces want the openid back, so the store has to keep it.
        expect(findCanaries(canaries, { store: await readEverything(stack.storage) })).toEqual([])
        await stack.start()
      } finally {
        answers.stop()
      }
    }
    try {
      await withStack(live, { storage, alipay: true, env })
    } finally {
      await platform.close()
    }
  },
)

/** In each of these places each of these would have been seen, and something stands there among which it could be. */
function expectTheSearchToWork(canaries: Canaries, places: Record<string, string>): void {
  const planted = Object.values(canaries).map((value) => Buffer.from(`x${value}`).toString('base64'))
  for (const [place, text] of Object.entries(places)) {
    expect(text.length, place).toBeGreaterThan(1000)
    const found = findCanaries(canaries, { [place]: `${text}{"msg":"${planted.join('"}\n{"msg":"')}"}` })
    expect(new Set(found.map(({ canary }) => canary))).toEqual(new Set(Object.keys(canaries)))
  }
}
