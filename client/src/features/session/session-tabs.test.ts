import { getUserInfo } from '@trailpass/shared'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createFakeBff, type FakeBff } from '../../../test/fake-bff'
import { createPhone, type Phone, rememberAlice } from '../../../test/phone'

const login = 'POST /v1/session'
const end = 'DELETE /v1/session'

let bff: FakeBff
let phone: Phone
let alice: string

beforeEach(async () => {
  vi.stubEnv('TARO_ENV', 'h5')
  bff = createFakeBff()
  phone = createPhone(bff)
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

it('a sign-out that the server was not told of is undone by no late answer, and told by whichever tab is left', async () => {
  const [here, there] = [phone.coldStart(), phone.coldStart()]
  const shown = there.state().user
  bff.disturb(end, 'unreachable')
  await here.state().signOut()
  if (shown) there.state().setUser({ ...shown, nickname: '新名' })
  expect(phone.coldStart().state()).toMatchObject({ phase: 'signed-out', user: null })
  await there.state().wake()
  expect(bff.living()).toBe(0)
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
  expect(bff.isIdentified(there.access.token())).toBe(true)
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
  const before = there.access.token()
  const signedOut = here.state().signOut()
  await Promise.all([freshly, signedOut])
  expect(there.state()).toMatchObject({ phase: 'signed-out', user: null })
  expect(bff.isAlive(before)).toBe(false)
  expect(bff.living()).toBe(0)
})

it('keeps what this tab knows where the browser stores nothing', async () => {
  const { state, access } = phone.coldStart()
  phone.storage.write = () => {}
  await state().signOut()
  expect(access.speaksFor(alice)).toBe(false)
  await state().wake()
  expect(state()).toMatchObject({ phase: 'signed-out', user: null })
})
