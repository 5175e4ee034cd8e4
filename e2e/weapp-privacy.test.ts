import type { MiniProgramHost } from '@trailpass/simulator/hosts/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepPhones } from './support/keep-phones.ts'
import { createPhone } from './support/phone.ts'
import { createPerson } from './support/rider.ts'
import { type Stack, startStack } from './support/stack.ts'
import { readStoredSession } from './support/stored-session.ts'
import { agreedToNothing } from './support/visitor.ts'

let stack: Stack
const keepPhone = keepPhones()

beforeAll(async () => {
  stack = await startStack({ LOG_LEVEL: 'warn' })
})
afterAll(() => stack.stop())

async function openHome(privacy = agreedToNothing(), user?: string): Promise<MiniProgramHost> {
  const phone = createPhone(stack, user ?? (await createPerson(stack)), { privacy })
  keepPhone(phone)
  phone.start()
  await shows(phone, 'register')
  return phone
}

async function shows(phone: MiniProgramHost, ...ids: string[]): Promise<void> {
  await phone.waitFor(() => ids.every((id) => phone.has(id)))
  await phone.settle()
}

async function tap(phone: MiniProgramHost, id: string): Promise<void> {
  phone.tap(id)
  await phone.settle()
}

async function openRegistration(phone: MiniProgramHost): Promise<void> {
  await tap(phone, 'register')
  await shows(phone, 'agree')
}

it('asks nothing on arrival, and takes nothing', async () => {
  const phone = await openHome()
  expect(phone.has('privacy')).toBe(false)
  expect([...phone.privacyUsed]).toEqual([])
})

describe('whoever taps the avatar', () => {
  it('is asked in our own words, agrees, and the picture comes by the same tap', async () => {
    const privacy = agreedToNothing()
    const phone = await openHome(privacy, 'carol')
    await openRegistration(phone)
    await tap(phone, 'avatar')
    expect(phone.text()).toContain('昵称和头像')
    expect(phone.text()).toContain('《隐私保护指引》')
    await tap(phone, 'read-privacy')
    expect(phone.calls.openPrivacyContract).toBe(1)
    await tap(phone, 'agree-privacy')
    expect(phone.has('privacy')).toBe(false)
    expect(phone.has('registration')).toBe(true)
    expect(phone.privacyUsed).toContain('button.chooseAvatar')
    await tap(phone, 'phone')
    expect(phone.text()).toContain('已填写')

    const again = await openHome(privacy, 'carol')
    await openRegistration(again)
    await tap(again, 'phone')
    expect(again.has('privacy')).toBe(false)
  })

  it('may refuse, is told what that means, asked again by the next tap, and registers without', async () => {
    const phone = await openHome()
    await openRegistration(phone)
    await tap(phone, 'avatar')
    await tap(phone, 'refuse-privacy')
    expect(phone.has('privacy')).toBe(false)
    expect(phone.toasts.at(-1)?.title).toContain('想用时再点一次')
    await tap(phone, 'phone')
    await tap(phone, 'refuse-privacy')
    expect(phone.text()).toContain('没有授权手机号，不影响注册')
    await tap(phone, 'avatar')
    expect(phone.has('privacy')).toBe(true)
    await tap(phone, 'refuse-privacy')
    await tap(phone, 'agree')
    phone.tap('submit-registration')
    await phone.waitFor(() => readStoredSession(phone.storage)?.user.registered === true)
  })
})

it('offers itself at the nickname once, since WeChat does not, and typing goes on either way', async () => {
  const phone = await openHome()
  await openRegistration(phone)
  phone.fire('nickname', 'focus')
  await shows(phone, 'privacy')
  await tap(phone, 'refuse-privacy')
  phone.fire('nickname', 'focus')
  await phone.settle()
  expect(phone.has('privacy')).toBe(false)
  phone.input('nickname', '小林')
  expect(phone.text()).toContain('<小林>')
})

it('stands before the location, on the page that is on top', async () => {
  const phone = await openHome()
  expect(phone.calls.getFuzzyLocation ?? 0).toBe(0)
  await tap(phone, 'open-trails')
  await shows(phone, 'privacy')
  expect(phone.page?.route).toBe('pages/trails/index')
  await tap(phone, 'refuse-privacy')
  expect(phone.text()).toContain('离步道有多远？')
  await tap(phone, 'locate')
  await tap(phone, 'agree-privacy')
  await phone.waitFor(() => phone.text().includes('在范围内'))
  expect(phone.calls.getFuzzyLocation).toBe(1)
})

it('takes the way back for a refusal', async () => {
  const phone = await openHome()
  await tap(phone, 'open-trails')
  await shows(phone, 'privacy')
  phone.back()
  await phone.settle()
  expect(phone.page?.route).toBe('pages/home/index')
  expect(phone.has('privacy')).toBe(false)
})

it('says a normal thing where the operator has not declared what is used', async () => {
  const phone = await openHome({ declared: ['收集你的昵称、头像'], agreed: new Set(['收集你的昵称、头像']) })
  await openRegistration(phone)
  await tap(phone, 'phone')
  expect(phone.text()).toContain('不影响注册')
})
