import type { SportSummary, UserInfo } from '@trailpass/shared'
import type { MiniProgramHost } from '@trailpass/simulator/hosts/node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { callBff } from './support/call-bff.ts'
import { inStore } from './support/in-store.ts'
import { keepPhones } from './support/keep-phones.ts'
import { createPhone, type PhoneOptions } from './support/phone.ts'
import { registerOn } from './support/register-on.ts'
import { createPerson } from './support/rider.ts'
import { type Stack, startStack } from './support/stack.ts'
import { readStoredSession } from './support/stored-session.ts'

let stack: Stack
const keepPhone = keepPhones()

beforeAll(async () => {
  stack = await startStack({ LOG_LEVEL: 'warn' })
})
afterAll(() => stack.stop())

const refused = { getSetting: () => ({ authSetting: {} }) }

/** The phone of a member without a name, on home. */
async function pickUp(options: PhoneOptions = {}, known?: string) {
  const user = known ?? (await createPerson(stack))
  const phone = createPhone(stack, user, options)
  keepPhone(phone)
  await registerOn(phone, '')
  return { phone, user }
}

async function openFromHome(phone: MiniProgramHost, link: string, page: string): Promise<void> {
  await phone.waitFor(() => phone.has(link))
  phone.tap(link)
  await phone.waitFor(() => phone.page?.route === page)
  await phone.settle()
}
const openProfile = (phone: MiniProgramHost) => openFromHome(phone, 'open-profile', 'pages/profile/index')
const openHistory = (phone: MiniProgramHost) => openFromHome(phone, 'open-history', 'pages/history/index')

/** The phone's own login brings another key, which the server does not hear of. */
async function replaceKeyBehindTheServer(user: string): Promise<void> {
  await stack.simulator('POST', '/_sim/settings', { sessionKeyMinimumMs: 0 })
  await stack.codeFor(user)
}

async function stored<T>(phone: MiniProgramHost, path: string): Promise<T> {
  const token = readStoredSession(phone.storage)?.token ?? ''
  return (await callBff<T & object>(stack.bff.url, 'GET', path, { token })).body
}

async function nameFromPlatform(phone: MiniProgramHost): Promise<void> {
  await phone.waitFor(() => phone.find('platform-profile')?.attribute('aria-busy') === 'false')
  phone.tap('platform-profile')
}

it('an early WeChat: the name it gives away is verified, and stored', async () => {
  const { phone } = await pickUp({ baseLibrary: '2.20.1' })
  await openProfile(phone)
  await nameFromPlatform(phone)
  await phone.waitFor(() => phone.find('profile-name')?.text === '骑行者')
  expect(await stored<UserInfo>(phone, '/v1/userinfo')).toMatchObject({ nickname: '骑行者', profileRefreshDue: false })
  expect(phone.calls.getUserProfile).toBe(1)
})

it('an early WeChat: a dead session_key is replaced before the button can be pressed', async () => {
  const { phone, user } = await pickUp({ baseLibrary: '2.20.1' })
  const logins = phone.calls.login ?? 0
  await replaceKeyBehindTheServer(user)
  await openProfile(phone)
  await phone.waitFor(() => phone.find('platform-profile')?.attribute('aria-busy') === 'false')
  expect(phone.calls.login).toBe(logins + 1)
  phone.tap('platform-profile')
  await phone.waitFor(() => phone.find('profile-name')?.text === '骑行者')
  expect(phone.calls.login).toBe(logins + 1)
})

it('an early WeChat: the number that its phone button seals is bound, and shown masked', async () => {
  const { phone } = await pickUp({ baseLibrary: '2.20.1' }, 'erin')
  await openProfile(phone)
  await phone.waitFor(() => phone.has('phone'))
  phone.tap('phone')
  await phone.waitFor(() => phone.text().includes('138******05'))
  expect(await stored<UserInfo>(phone, '/v1/userinfo')).toMatchObject({ phoneMasked: '138******05' })
})

it('a later WeChat: nobody is asked for what it no longer gives', async () => {
  const { phone } = await pickUp()
  await openProfile(phone)
  expect(phone.has('profile-refresh')).toBe(false)
  expect(phone.calls.getUserProfile).toBeUndefined()
})

it('an early WeChat: who comes back after a long time is asked anew, and an anonymous answer changes nothing', async () => {
  const { phone, user } = await pickUp({ baseLibrary: '2.20.1' })
  await openProfile(phone)
  await nameFromPlatform(phone)
  await phone.waitFor(() => phone.find('profile-name')?.text === '骑行者' && !phone.has('profile-refresh'))
  const { userId } = await stored<UserInfo>(phone, '/v1/userinfo')
  await inStore(stack, ({ store, people }) =>
    store.write(function* () {
      const person = yield* people.lock(userId)
      if (person) yield* people.update({ ...person, profileRefreshedAt: new Date(0) })
    }),
  )

  const later = createPhone(stack, user, { baseLibrary: '2.20.1', storage: phone.storage })
  keepPhone(later)
  later.start()
  later.replace('getUserProfile', () => stack.simulator('POST', '/_sim/user-profile', { user, anonymous: true }))
  await openProfile(later)
  await nameFromPlatform(later)
  await later.waitFor(() => !later.has('profile-refresh'))
  expect(later.find('profile-name')?.text).toBe('骑行者')
  expect(await stored<UserInfo>(later, '/v1/userinfo')).toMatchObject({ nickname: '骑行者', profileRefreshDue: false })
})

it('steps are asked for by a press, drawn, and stored', async () => {
  const { phone } = await pickUp({ answers: refused })
  await openHistory(phone)
  await phone.waitFor(() => phone.has('update-steps'))
  expect(phone.calls.getWeRunData).toBeUndefined()
  phone.tap('update-steps')
  await phone.waitFor(() => phone.has('steps-line'))
  const { totals, days } = await stored<SportSummary>(phone, '/v1/sport/summary?range=31d')
  expect(days.every(({ steps }) => steps !== null)).toBe(true)
  const today = new Intl.NumberFormat('zh-CN').format(days.at(-1)?.steps ?? 0)
  expect(phone.text()).toContain(today)
  expect(totals.steps).toBeGreaterThan(31 * 3000)

  phone.back()
  await phone.waitFor(() => phone.find('open-steps')?.text === `${today} 步`)
})

it('steps: a key that dies in between is renewed once, and WeChat asked once more', async () => {
  const { phone, user } = await pickUp({ answers: refused })
  await openHistory(phone)
  await phone.waitFor(() => phone.has('update-steps'))
  const logins = phone.calls.login ?? 0
  // Between the check and the payload.
  let isFirst = true
  phone.replace('getWeRunData', async () => {
    if (isFirst) await replaceKeyBehindTheServer(user)
    isFirst = false
    return stack.simulator('POST', '/_sim/werun', { user })
  })
  phone.tap('update-steps')
  await phone.waitFor(() => phone.has('steps-line'))
  expect([phone.calls.login, phone.calls.getWeRunData]).toEqual([logins + 1, 2])
})

it('steps: a refusal is a normal state with a way on', async () => {
  const { phone } = await pickUp({
    answers: {
      getSetting: () => ({ authSetting: { 'scope.werun': false } }),
      getWeRunData: () => {
        throw new Error('auth deny')
      },
    },
  })
  await openHistory(phone)
  await phone.waitFor(() => phone.has('update-steps'))
  phone.tap('update-steps')
  await phone.waitFor(() => phone.text().includes('没有授权微信运动'))
  phone.replace('getWeRunData', undefined)
  phone.tap('update-steps')
  await phone.waitFor(() => phone.has('steps-line'))
  expect(phone.calls.openSetting).toBe(1)
})
