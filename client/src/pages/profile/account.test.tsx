import Taro from '@tarojs/taro'
import type { JoinOffer } from '@trailpass/shared'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { openAccountPage, refuseOnce } from '../../../test/account-page'
import { answer, find, press, text, until } from '../../../test/draw'
import { apiError } from '../../../test/fake-api'
import { agreements, member } from '../../../test/services'
import Profile from './index'

const early = vi.hoisted(() => ({ isEarly: vi.fn(() => false), ask: vi.fn() }))
vi.mock('../../platform/user-profile', () => ({ userProfile: early }))
vi.mock('../../bootstrap', () => import('../../../test/services'))

beforeEach(() => {
  vi.clearAllMocks()
  vi.stubEnv('TARO_ENV', 'weapp')
  early.isEarly.mockReturnValue(false)
})

describe('the phone number', () => {
  const bound = { ...member, phoneMasked: '138******01' }

  it('is bound by WeChat’s button', async () => {
    const bind = vi.fn(() => bound)
    const { session } = openAccountPage(Profile, { 'POST /v1/userinfo/phone': bind })
    expect(text('phone')).toContain('一键填写')
    await answer('phone', 'getphonenumber', { code: 'P1' })
    await until(() => expect(session.setUser).toHaveBeenCalledExactlyOnceWith(bound))
    expect(bind).toHaveBeenCalledExactlyOnceWith({ code: 'P1' })
  })

  it.each([
    [{ errno: 1400001 }, '暂时取不到手机号，过一会儿再试'],
    [{ errMsg: 'getPhoneNumber:fail user deny' }, '没有授权手机号，什么都没变'],
  ])('stays as it was when there is none: %o', async (detail, words) => {
    const { log } = openAccountPage(Profile, {})
    await answer('phone', 'getphonenumber', detail)
    expect(text('phone-fault')).toBe(words)
    expect(log).toEqual([])
  })

  it('is shown masked, and removed when confirmed', async () => {
    const { log, session } = openAccountPage(Profile, { 'DELETE /v1/userinfo/phone': member }, bound)
    expect(text('phone')).toContain('138******01')
    refuseOnce()
    await press('remove-phone')
    await press('remove-phone')
    await until(() => expect(session.setUser).toHaveBeenCalledExactlyOnceWith(member))
    expect(log).toEqual(['DELETE /v1/userinfo/phone'])
  })

  it('comes sealed from an early WeChat, once the session_key was seen to', async () => {
    early.isEarly.mockReturnValue(true)
    const bind = vi.fn(() => bound)
    const { log, session } = openAccountPage(Profile, {
      'GET /v1/session/platform-key': { alive: true, keyEpoch: 3 },
      'POST /v1/userinfo/phone': bind,
    })
    await until(() => expect(text('phone')).toContain('一键填写'))
    await answer('phone', 'getphonenumber', { encryptedData: 'sealed', iv: 'iv' })
    await until(() => expect(session.setUser).toHaveBeenCalledExactlyOnceWith(bound))
    expect(bind).toHaveBeenCalledExactlyOnceWith({ encryptedData: 'sealed', iv: 'iv', keyEpoch: 3 })
    expect(log).toContain('GET /v1/session/platform-key')
  })

  it('says why it was not bound', async () => {
    openAccountPage(Profile, { 'POST /v1/userinfo/phone': apiError('phone.code_rejected') })
    await answer('phone', 'getphonenumber', { code: 'P1' })
    await until(() => expect(text('phone-card-fault')).toContain('授权已失效'))
  })

  it('is not spoken of as if somebody were registering', async () => {
    openAccountPage(Profile, { 'POST /v1/userinfo/phone': apiError('phone.unavailable') })
    await answer('phone', 'getphonenumber', { code: 'P1' })
    await until(() => expect(text('phone-card-fault')).toBe('暂时取不到手机号，过一会儿再试'))
  })
})

describe('terms that have changed', () => {
  const answers = { 'POST /v1/userinfo/consents': vi.fn(() => member) }

  it('are read and agreed to anew', async () => {
    const { session } = openAccountPage(Profile, answers, { ...member, consents: [] })
    await press('new-terms-terms')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/pages/agreement/index?id=terms' })
    await press('agree-new-terms')
    await until(() => expect(session.setUser).toHaveBeenCalledExactlyOnceWith(member))
    expect(answers['POST /v1/userinfo/consents']).toHaveBeenCalledExactlyOnceWith({
      agreements: agreements.map(({ id, version }) => ({ id, version })),
      screen: 'profile',
    })
  })

  it('are not spoken of while nothing has', () => {
    const consents = agreements.map(({ id, version }) => ({ id, version, agreedAt: member.createdAt, screen: null }))
    openAccountPage(Profile, {}, { ...member, consents })
    expect(find('new-terms')).toBeNull()
  })
})

describe('a second account', () => {
  const summary = (displayName: string) => ({
    displayName,
    avatarUrl: null,
    phoneMasked: null,
    platforms: ['weapp' as const],
    registeredAt: '2026-11-22T00:00:00.000Z',
    rides: 3,
    distanceMeters: 5200,
  })
  const offer: JoinOffer = { own: summary('小林'), other: { ...summary('网页小林'), platforms: ['h5'] } }
  const asked = { ...member, joinOffered: true }

  it.each([
    ['join-yes', true],
    ['join-no', false],
  ])('is shown, and %s decides', async (button, join) => {
    const decide = vi.fn(() => member)
    const answers = { 'GET /v1/userinfo/join': { offer }, 'POST /v1/userinfo/join': decide }
    const { session } = openAccountPage(Profile, answers, asked)
    await until(() => expect(find('join')).not.toBeNull())
    expect(text('join-other')).toContain('网页小林另一个 · 网页 · 3 次骑行 · 5.2 公里')
    await press(button)
    await until(() => expect(session.setUser).toHaveBeenCalledExactlyOnceWith(member))
    expect(decide).toHaveBeenCalledExactlyOnceWith({ join })
  })

  it('is not asked about when there is none', () => {
    const { log } = openAccountPage(Profile, {})
    expect(log).toEqual([])
    expect(find('join')).toBeNull()
  })
})
