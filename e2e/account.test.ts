import { getUserInfo, listAgreements, register } from '@trailpass/shared'
import type { MiniProgramHost } from '@trailpass/simulator/hosts/node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createClient } from './support/client.ts'
import { inStore } from './support/in-store.ts'
import { keepPhones } from './support/keep-phones.ts'
import { createPhone } from './support/phone.ts'
import { registerOn } from './support/register-on.ts'
import { type Stack, startStack } from './support/stack.ts'
import { readStoredSession } from './support/stored-session.ts'

let stack: Stack
const keepPhone = keepPhones()

beforeAll(async () => {
  stack = await startStack({ LOG_LEVEL: 'warn' })
})
afterAll(() => stack.stop())

async function openProfile(user: string, nickname: string): Promise<MiniProgramHost> {
  const phone = createPhone(stack, user)
  keepPhone(phone)
  await registerOn(phone, nickname)
  await tap(phone, 'open-profile')
  await shows(phone, 'open-erase')
  return phone
}

async function shows(phone: MiniProgramHost, id: string): Promise<void> {
  await phone.waitFor(() => phone.has(id))
  await phone.settle()
}

async function tap(phone: MiniProgramHost, id: string): Promise<void> {
  phone.tap(id)
  await phone.settle()
}

const userIdOn = ({ storage }: MiniProgramHost) => readStoredSession(storage)?.user.userId ?? ''

it('binds a phone number, shown masked and stored sealed, and lets it go', async () => {
  const phone = await openProfile('alice', '小林')
  await tap(phone, 'phone')
  await phone.waitFor(() => phone.text().includes('138******01'))
  const stored = await inStore(stack, ({ store, people }) => store.read(() => people.findPhone(userIdOn(phone))))
  expect(stored).toMatchObject({ masked: '138******01' })
  expect(stored?.sealed).not.toContain('13800000001')
  await tap(phone, 'remove-phone')
  await phone.waitFor(() => phone.text().includes('一键填写'))
  expect(
    await inStore(stack, ({ store, people }) => store.read(() => people.findPhone(userIdOn(phone)))),
  ).toBeUndefined()
})

it('lists the devices, and signs another one out at once', async () => {
  const other = createClient(stack, 'bob')
  await other.session.store.getState().start()
  const { agreements } = await other.api.call(listAgreements)
  await other.api.call(register, { agreements: agreements.map(({ id, version }) => ({ id, version })) })
  const token = other.session.access.token()

  const phone = createPhone(stack, 'bob')
  keepPhone(phone)
  phone.start()
  await phone.waitFor(() => readStoredSession(phone.storage)?.user.registered === true)
  await phone.settle()
  await tap(phone, 'open-profile')
  await shows(phone, 'open-devices')
  await tap(phone, 'open-devices')
  await shows(phone, 'devices')
  await phone.waitFor(() => phone.text().includes('这台设备'))
  const [end] = phone.list('button', 'devices')
  await tap(phone, end?.id ?? '')
  expect(phone.modals.at(-1)?.title).toBe('让它退出？')
  await phone.waitFor(() => phone.list('button', 'devices').length === 0)
  await expect(other.api.call(getUserInfo, undefined, { token })).rejects.toMatchObject({ code: 'session.expired' })
})

it('hands over everything as a file', async () => {
  const phone = await openProfile('carol', '阿雅')
  await tap(phone, 'open-export')
  await tap(phone, 'make-export')
  await shows(phone, 'save-export')
  await tap(phone, 'save-export')
  const [file] = phone.files
  expect(file?.fileName).toBe('trailpass-export.json')
  const exported = JSON.parse(file?.text ?? '')
  expect(exported).toMatchObject({ user: { nickname: '阿雅', userId: userIdOn(phone) }, rides: [] })
  expect(exported.consents).toMatchObject([{ screen: 'registration' }, { screen: 'registration' }])
})

it('withdraws consent: a guest with the same id, and nothing of the profile in the store', async () => {
  const phone = await openProfile('dave', '老陈')
  const userId = userIdOn(phone)
  await tap(phone, 'open-withdraw')
  await shows(phone, 'withdraw')
  expect(phone.text()).toContain('变回访客')
  await tap(phone, 'withdraw')
  await phone.waitFor(() => phone.page?.route === 'pages/profile/index' && phone.has('profile-register'))
  expect(readStoredSession(phone.storage)?.user).toMatchObject({ userId, registered: false, nickname: null })
  const { person, withdrawn } = await inStore(stack, async ({ store, people }) => ({
    person: await store.read(() => people.find(userId)),
    withdrawn: await store.read(() => people.listWithdrawnConsents(userId)),
  }))
  expect(person).toMatchObject({ nickname: null, registeredAt: null, riderId: null })
  expect(withdrawn).toHaveLength(2)
})

it('deletes the account within four taps from home, for good', async () => {
  const phone = await openProfile('erin', '晓楠')
  const userId = userIdOn(phone)
  await tap(phone, 'open-erase')
  await shows(phone, 'erase')
  expect(phone.text()).toContain('不能恢复')
  await tap(phone, 'erase')
  await shows(phone, 'erased')
  expect(readStoredSession(phone.storage)).toEqual({ kind: 'signed-out' })
  expect(await inStore(stack, ({ store, people }) => store.read(() => people.find(userId)))).toBeUndefined()

  await tap(phone, 'erased-home')
  await phone.waitFor(() => phone.page?.route === 'pages/home/index')
  const again = createClient(stack, 'erin')
  await again.session.store.getState().start()
  const user = await again.api.call(getUserInfo)
  expect(user).toMatchObject({ registered: false, nickname: null, consents: [] })
  expect(user.userId).not.toBe(userId)
})
