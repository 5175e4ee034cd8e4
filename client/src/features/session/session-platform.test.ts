import { getUserInfo } from '@trailpass/shared'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createFakeBff, type FakeBff } from '../../../test/fake-bff'
import { createPhone, type Phone, rememberAlice } from '../../../test/phone'

const login = 'POST /v1/session'

let bff: FakeBff
let phone: Phone

afterEach(() => void vi.unstubAllEnvs())

beforeEach(() => {
  bff = createFakeBff()
  phone = createPhone(bff)
})

describe('a platform that names nobody', () => {
  it('makes a guest of whoever it has not named before', async () => {
    bff.isAnonymous = true
    const { state, access } = phone.coldStart()
    await state().start()
    expect(state()).toMatchObject({ user: { registered: false }, degraded: false, fault: null })
    expect(bff.isIdentified(access.token())).toBe(false)
  })

  it('leaves whom it has named with their session', async () => {
    const userId = await rememberAlice(bff, phone)
    const { state, access, logInFresh } = phone.coldStart()
    await state().start()
    const token = access.token()
    bff.isAnonymous = true
    expect(await logInFresh()).toBe(false)
    expect(state()).toMatchObject({ user: { userId }, degraded: false, fault: null })
    expect(access.token()).toBe(token)
  })

  it('is asked at the start when the page has come back with a code', async () => {
    await rememberAlice(bff, phone)
    phone.hasCode = true
    vi.stubEnv('TARO_ENV', 'h5')
    await phone.coldStart().state().start()
    expect(bff.log).toEqual([login])
  })
})

describe('a platform that does not answer', () => {
  it('leaves the name of a returning person on screen', async () => {
    await rememberAlice(bff, phone)
    bff.expireSessions()
    bff.platformUp = false
    const { state } = phone.coldStart()
    await state().start()
    expect(state()).toMatchObject({ user: { nickname: '小林' }, degraded: true })
    expect(phone.coldStart().state().user?.nickname).toBe('小林')
  })

  it('lets the guest who stands in speak for nobody but themselves, until it answers', async () => {
    const userId = await rememberAlice(bff, phone)
    bff.expireSessions()
    bff.platformUp = false
    await phone.coldStart().state().start()
    const { state, access } = phone.coldStart()
    expect(state().user?.userId).toBe(userId)
    expect(access.speaksFor(userId)).toBe(false)
    bff.platformUp = true
    await access.regain()
    expect(access.speaksFor(userId)).toBe(true)
  })

  it('makes no guest speak for the person through an answer that comes late', async () => {
    const userId = await rememberAlice(bff, phone)
    const { state, access, api } = phone.coldStart()
    const late = state().user
    bff.expireSessions()
    bff.platformUp = false
    await expect(api.call(getUserInfo)).rejects.toMatchObject({ code: 'identity_provider.unavailable' })
    if (late) state().setUser({ ...late, nickname: '新名' })
    expect(state().user?.nickname).toBe('新名')
    expect(access.speaksFor(userId)).toBe(false)
  })

  it('is asked again on show, waiting longer each time', async () => {
    bff.platformUp = false
    const { state } = phone.coldStart()
    await state().start()
    const loginsAt: number[] = []
    for (let second = 1; second <= 40; second += 1) {
      phone.nowMs = second * 1_000
      const before = bff.logins.length
      await state().wake()
      if (bff.logins.length > before) loginsAt.push(second)
    }
    expect(loginsAt).toEqual([5, 15, 35])
  })

  it('is asked at once when the network that was missing has come back', async () => {
    bff.break(login, 'unreachable')
    const { state } = phone.coldStart()
    await state().start()
    bff.break(login, undefined)
    await state().wake()
    expect(state().fault).toBe('network')
    await state().wake({ isOnline: true })
    expect(state()).toMatchObject({ user: { userId: 'u1' }, fault: null })
  })

  it('is asked again also where the clock was set back', async () => {
    bff.platformUp = false
    phone.nowMs = 86_400_000
    const { state } = phone.coldStart()
    await state().start()
    phone.nowMs = 0
    await state().wake()
    expect(bff.logins).toHaveLength(2)
  })

  it('is asked at once when the person asks', async () => {
    bff.platformUp = false
    const { state } = phone.coldStart()
    await state().start()
    bff.platformUp = true
    await state().signIn()
    expect(state()).toMatchObject({ degraded: false, fault: null })
  })
})
