import type { MiniProgramHost } from '@trailpass/simulator/hosts/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepPhones } from './support/keep-phones.ts'
import { createPhone } from './support/phone.ts'
import { type Stack, startStack } from './support/stack.ts'

const scope = 'scope.userFuzzyLocation'
// About 3.9 km north of the trail's middle, 1.4 km outside its area.
const northOfTrail = { latitude: 30.2835, longitude: 120.1453 }

let stack: Stack
const keepPhone = keepPhones()

beforeAll(async () => {
  stack = await startStack({ LOG_LEVEL: 'info' })
})
afterAll(() => stack.stop())

/** A phone whose settings hold what its person said to the platform's question. */
async function openHome(settings: Record<string, boolean> = {}): Promise<MiniProgramHost> {
  const getSetting = () => ({ authSetting: { ...settings } })
  const phone = createPhone(stack, 'bob', { answers: { getSetting } })
  keepPhone(phone)
  phone.start()
  await phone.waitFor(() => phone.has('open-trails'))
  await phone.settle()
  return phone
}

async function openTrails(phone: MiniProgramHost): Promise<void> {
  phone.tap('open-trails')
  await phone.waitFor(() => phone.page?.route === 'pages/trails/index' && phone.has('trails'))
  await phone.settle()
}

const line = (phone: MiniProgramHost) => phone.find('open-trails')?.text

describe('the place', () => {
  it('is not asked for on arrival', async () => {
    const phone = await openHome()
    expect(phone.calls.getFuzzyLocation ?? 0).toBe(0)
    expect(line(phone)).toContain('未开启定位')
  })

  it('is asked for by the first press, and says that the person is on the trail', async () => {
    const settings: Record<string, boolean> = {}
    const phone = await openHome(settings)
    settings[scope] = true
    await openTrails(phone)
    expect(phone.calls.getFuzzyLocation).toBe(1)
    expect(phone.find('place')?.text).toContain('在范围内')
    phone.back()
    await phone.settle()
    expect(line(phone)).toContain('在范围内')
  })

  it('is found silently where it was granted before, as far as it is', async () => {
    const getFuzzyLocation = () => northOfTrail
    const getSetting = () => ({ authSetting: { [scope]: true } })
    const phone = createPhone(stack, 'bob', { answers: { getSetting, getFuzzyLocation } })
    keepPhone(phone)
    phone.start()
    await phone.waitFor(() => line(phone)?.includes('还有 1.4 公里') === true)
  })

  it('may be refused, with words and a way on, and be granted in the settings', async () => {
    const settings: Record<string, boolean> = {}
    const phone = await openHome(settings)
    settings[scope] = false
    phone.replace('getFuzzyLocation', () => {
      throw new Error('auth deny')
    })
    await openTrails(phone)
    expect(phone.find('place')?.text).toContain('没有允许使用位置')
    expect(phone.find('trails')?.text).toContain('青龙湖步道')

    phone.replace('openSetting', () => {
      settings[scope] = true
      phone.replace('getFuzzyLocation', undefined)
      return {}
    })
    phone.tap('open-settings')
    await phone.waitFor(() => phone.find('place')?.text.includes('在范围内') === true)
  })

  it('may be unknown to the phone, which is then asked again', async () => {
    const settings: Record<string, boolean> = {}
    const phone = await openHome(settings)
    settings[scope] = true
    phone.replace('getFuzzyLocation', () => {
      throw new Error('ERROR_NOCELL&WIFI_LOCATIONSWITCHOFF')
    })
    await openTrails(phone)
    expect(phone.find('place')?.text).toContain('没有取到位置')
    phone.replace('getFuzzyLocation', undefined)
    phone.tap('locate')
    await phone.waitFor(() => phone.find('place')?.text.includes('在范围内') === true)
  })

  it('is stored nowhere, and stands in no log', async () => {
    const phone = await openHome({ [scope]: true })
    await phone.waitFor(() => line(phone)?.includes('在范围内') === true)
    expect(JSON.stringify([...phone.storage])).not.toMatch(/30\.24|120\.14/)
    expect(stack.bff.output).not.toMatch(/30\.24|120\.14/)
  })
})

it('help and about are at the end of the profile', async () => {
  const phone = await openHome()
  phone.tap('open-profile')
  await phone.waitFor(() => phone.has('open-about'))
  await phone.settle()
  phone.tap('open-help')
  await phone.waitFor(() => phone.has('help-figures'))
  expect(phone.text()).toContain('÷ 4184 ÷ 0.24')
  phone.back()
  phone.tap('open-about')
  await phone.waitFor(() => phone.has('about-privacy-policy'))
})
