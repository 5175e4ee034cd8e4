import { getUserInfo, type UserInfo } from '@trailpass/shared'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createFakeBff, type FakeBff } from '../../../test/fake-bff'
import { createPhone, type Phone, rememberAlice } from '../../../test/phone'

const login = 'POST /v1/session'
const end = 'DELETE /v1/session'

type Tab = ReturnType<Phone['coldStart']>

let bff: FakeBff
let phone: Phone
let alice: string

beforeEach(async () => {
  vi.stubEnv('TARO_ENV', 'h5')
  bff = createFakeBff()
  phone = createPhone(bff, 'cookie')
  alice = await rememberAlice(bff, phone)
})
afterEach(() => void vi.unstubAllEnvs())

it('signing out holds in every tab', async () => {
  const [here, there] = [phone.coldStart(), phone.coldStart()]
  await here.state().signOut()
  await expect(there.api.call(getUserInfo)).rejects.toMatchObject({ code: 'session.expired' })
  expect(there.state()).toMatchObject({ phase: 'signed-out', user: null })
  expect(bff.log).not.toContain(login)
})

it.each([
  ['an operation', (tab: Tab, shown: UserInfo) => tab.state().setUser({ ...shown, nickname: '新名' })],
  ['a reload of the person', (tab: Tab) => tab.state().refresh()],
  ['what the server refuses', (tab: Tab) => tab.ensureIdentity({ refused: true })],
])('a sign-out is not undone by %s in another tab, which tells the server what it does not know', async (_, act) => {
  const [here, there] = [phone.coldStart(), phone.coldStart()]
  await there.state().start()
  const shown = there.state().user as UserInfo
  bff.break(end, 'unreachable')
  await here.state().signOut()
  await act(there, shown)
  expect(phone.coldStart().state()).toMatchObject({ phase: 'signed-out', user: null })
  bff.break(end, undefined)
  await there.state().wake()
  expect(bff.living()).toBe(0)
})

it('a sign-out is not undone by an answer that was on its way', async () => {
  const [here, there] = [phone.coldStart(), phone.coldStart()]
  const { request } = bff
  bff.request = async (sent) => {
    const answer = await request(sent)
    if (sent.method === 'GET') await here.state().signOut()
    return answer
  }
  await there.state().start()
  expect(there.state()).toMatchObject({ phase: 'signed-out', user: null })
  expect(phone.coldStart().state()).toMatchObject({ phase: 'signed-out', user: null })
})

it('a tab that was left signed out ends no later sign-in of another', async () => {
  const [here, there] = [phone.coldStart(), phone.coldStart()]
  await Promise.all([here.state().start(), there.state().start()])
  bff.disturb(end, 'unreachable')
  await here.state().signOut()
  await there.state().wake()
  await there.state().signIn()
  await here.state().wake({ isOnline: true })
  expect(here.state()).toMatchObject({ phase: 'ready', user: { userId: alice } })
  expect(await there.api.call(getUserInfo)).toMatchObject({ userId: alice })
  expect(phone.coldStart().state().user?.userId).toBe(alice)
})

it('speaks for nobody but whom the latest tab has signed in', async () => {
  const [here, there] = [phone.coldStart(), phone.coldStart()]
  await there.state().signOut()
  bff.identityOf = () => 'bob'
  await there.state().signIn()
  expect(here.state().user?.userId).toBe(alice)
  expect(here.access.speaksFor(alice)).toBe(false)
  expect(here.state().user).toEqual(there.state().user)
})

it('ends the session of a login that was under way when another tab signed out', async () => {
  const [here, there] = [phone.coldStart(), phone.coldStart()]
  const freshly = there.logInFresh()
  await here.state().signOut()
  expect(await freshly).toBe(false)
  expect(there.state()).toMatchObject({ phase: 'signed-out', user: null })
  expect(bff.living()).toBe(0)
})

it('signs in when asked, also while the session of such a login is being ended', async () => {
  const [here, there] = [phone.coldStart(), phone.coldStart()]
  const { request } = bff
  bff.request = async (sent) => {
    if (sent.method === 'DELETE' && bff.log.includes(end)) await new Promise((resolve) => setTimeout(resolve, 200))
    return request(sent)
  }
  const freshly = there.logInFresh()
  await here.state().signOut()
  await vi.waitFor(() => expect(there.state().phase).toBe('signed-out'))
  await Promise.all([freshly, there.state().signIn()])
  expect(there.state()).toMatchObject({ phase: 'ready', user: { userId: alice }, fault: null })
  expect(await there.api.call(getUserInfo)).toMatchObject({ userId: alice })
})

it('asks the platform again after whichever tab found that it does not answer', async () => {
  const [here, there] = [phone.coldStart(), phone.coldStart()]
  await Promise.all([here.state().start(), there.state().start()])
  bff.expireSessions()
  bff.platformUp = false
  const refused = { code: 'identity_provider.unavailable' }
  await expect(there.api.call(getUserInfo)).rejects.toMatchObject(refused)
  await expect(here.api.call(getUserInfo)).rejects.toMatchObject(refused)
  expect(here.state()).toMatchObject({ user: { userId: alice }, degraded: true })
  bff.platformUp = true
  phone.nowMs += 3_600_000
  await here.state().wake()
  expect(here.state()).toMatchObject({ user: { userId: alice }, degraded: false })
  expect(here.access.speaksFor(alice)).toBe(true)
})

it('takes no news of another tab for a login of its own', async () => {
  const [here, there] = [phone.coldStart(), phone.coldStart()]
  here.state().setUser({ ...(here.state().user as UserInfo), nickname: '新名' })
  bff.break(login, 'account.blocked')
  expect(await there.logInFresh()).toBe(false)
  expect(there.state().user?.nickname).toBe('新名')
})

it('sends a call again, without a login, where another tab has renewed the session', async () => {
  const [here, there] = [phone.coldStart(), phone.coldStart()]
  const { request } = bff
  bff.request = async (sent) => {
    const answer = await request(sent)
    if (answer.status === 401 && sent.method === 'GET') {
      bff.request = request
      phone.nowMs += 1
      await here.logInFresh()
    }
    return answer
  }
  bff.expireSessions()
  expect(await there.api.call(getUserInfo)).toMatchObject({ userId: alice })
  expect(bff.logins).toHaveLength(2)
})

it('signs nobody in while the cookie of whoever signed out could not be ended', async () => {
  const { state } = phone.coldStart()
  bff.break(end, 'unreachable')
  await state().signOut()
  await state().signIn()
  expect(state()).toMatchObject({ phase: 'signed-out', user: null, fault: 'network' })
  expect(bff.log).not.toContain(login)
  bff.break(end, undefined)
  await state().wake()
  expect(state()).toMatchObject({ phase: 'signed-out', fault: null })
  await state().signIn()
  expect(state()).toMatchObject({ phase: 'ready', user: { userId: alice }, fault: null })
})

it('keeps what this tab knows where the browser stores nothing', async () => {
  const { state, access } = phone.coldStart()
  phone.storage.write = () => {}
  await state().signOut()
  expect(access.speaksFor(alice)).toBe(false)
  await state().wake()
  expect(state()).toMatchObject({ phase: 'signed-out', user: null })
})
