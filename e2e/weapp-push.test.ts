import type { UserInfo } from '@trailpass/shared'
import { defaultApps } from '@trailpass/simulator'
import type { MiniProgramHost } from '@trailpass/simulator/hosts/node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { callBff } from './support/call-bff.ts'
import { inStore } from './support/in-store.ts'
import { keepPhones } from './support/keep-phones.ts'
import { createPhone } from './support/phone.ts'
import { registerOn } from './support/register-on.ts'
import { type Stack, startStack } from './support/stack.ts'
import { readStoredSession } from './support/stored-session.ts'

/** What WeChat tells of somebody reaches their screen and their row: encrypted messages, as WeChat sends them. */

const token = 'TrailpassPushToken'
const aesKey = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG'

let stack: Stack
const keepPhone = keepPhones()

beforeAll(async () => {
  stack = await startStack({
    LOG_LEVEL: 'warn',
    WEAPP_PUSH_TOKEN: token,
    WEAPP_PUSH_AES_KEY: aesKey,
    PUBLIC_URL: 'https://bff.example.com',
  })
  const url = `${stack.bff.url}/v1/push/wechat/${defaultApps.weapp.appId}`
  await stack.simulator('POST', '/_sim/push', { url, token, aesKey })
  // Verdicts on pictures come when the test gives them.
  await stack.simulator('POST', '/_sim/settings', { mediaVerdictMs: 0 })
})
afterAll(() => stack.stop())

function pickUp(user: string, storage = new Map<string, unknown>()): MiniProgramHost {
  const phone = createPhone(stack, user, { storage })
  keepPhone(phone)
  return phone
}

async function openProfile(phone: MiniProgramHost): Promise<void> {
  if (phone.page === undefined) phone.start()
  await phone.waitFor(() => phone.has('open-profile'))
  await phone.settle()
  phone.tap('open-profile')
  await phone.waitFor(() => phone.page?.route === 'pages/profile/index' && phone.has('nickname'))
  await phone.settle()
}

async function tell(user: string, event: string, revokeInfo?: string): Promise<void> {
  const delivery = await stack.simulator('POST', '/_sim/events', { user, event, ...(revokeInfo && { revokeInfo }) })
  expect(delivery).toMatchObject({ delivered: true, tries: [200] })
}

const sessionOf = ({ storage }: MiniProgramHost) => readStoredSession(storage)
async function stored(phone: MiniProgramHost) {
  return callBff<UserInfo>(stack.bff.url, 'GET', '/v1/userinfo', { token: sessionOf(phone)?.token ?? '' })
}

it('a picture is said to be under review until WeChat’s verdict comes', async () => {
  const phone = pickUp('alice')
  await registerOn(phone, '小林')
  await openProfile(phone)
  phone.tap('avatar')
  await phone.waitFor(() => phone.find('under-review')?.text === '头像审核中，只有你能看到')
  const { body: own } = await stored(phone)
  expect(own).toMatchObject({ underReview: ['avatar'], avatarUrl: expect.stringMatching(/^\/v1\/avatars\//) })

  const [picture] = await stack.simulator<{ traceId: string }[]>('GET', '/_sim/media-checks')
  await stack.simulator('POST', `/_sim/media-checks/${picture?.traceId}`, { suggest: 'pass' })
  phone.hide()
  phone.show()
  await phone.waitFor(() => !phone.has('under-review'))
  expect((await stored(phone)).body).toMatchObject({ underReview: [], avatarUrl: own.avatarUrl })
})

it('a number whose use was withdrawn in WeChat is gone from the store and the screen, and nothing else is', async () => {
  const phone = pickUp('bob')
  await registerOn(phone, '大刘')
  await openProfile(phone)
  phone.tap('phone')
  await phone.waitFor(() => phone.has('remove-phone'))
  await tell('bob', 'user_authorization_revoke', '8')

  const later = pickUp('bob', phone.storage)
  await openProfile(later)
  await later.waitFor(() => !later.has('remove-phone'))
  expect((await stored(later)).body).toMatchObject({ nickname: '大刘', phoneMasked: null })
})

it('who cancels the authorisation in WeChat is a stranger at the next start, and nothing of them is left', async () => {
  const phone = pickUp('carol')
  await registerOn(phone, '阿雅')
  const before = sessionOf(phone)
  await tell('carol', 'user_authorization_cancellation')
  expect((await stored(phone)).status).toBe(401)

  const later = pickUp('carol', phone.storage)
  later.start()
  await later.waitFor(() => later.has('invitation'))
  await later.settle()
  expect(later.text()).not.toContain('阿雅')
  expect(sessionOf(later)).toMatchObject({ identified: true, user: { registered: false, nickname: null } })
  expect(sessionOf(later)?.user.userId).not.toBe(before?.user.userId)
  const erased = await inStore(stack, ({ store, people }) => store.read(() => people.find(before?.user.userId ?? '')))
  expect(erased).toBeUndefined()
})
