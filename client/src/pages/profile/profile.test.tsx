import Taro from '@tarojs/taro'
import { act } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { answer, draw, fillIn, find, get, press, text } from '../../../test/draw'
import { agreements, getServices, inSituation, member } from '../../../test/services'
import { toast } from '../../../test/toast'
import Profile from './index'

const openContract = vi.hoisted(() => vi.fn(async () => true))
vi.mock('../../platform/privacy', () => ({
  privacy: { openContract, isAsking: () => false, subscribe: () => () => {}, refuse: () => {}, offer: () => {} },
}))
vi.mock('../../bootstrap', () => import('../../../test/services'))

function open(situation: Parameters<typeof inSituation>[0] = { session: { user: member } }) {
  inSituation(situation)
  draw(<Profile />)
}

const profile = () => getServices().profile.getState()

beforeEach(() => {
  vi.clearAllMocks()
})

describe('the profile', () => {
  it('shows what is stored about a member', () => {
    open()
    expect(text('profile-name')).toBe('小林')
    expect(get('nickname')).toHaveProperty('value', '小林')
    expect(text('rider-id')).toBe('RK2P-90QF')
    expect(document.body.textContent).toContain('用户协议版本 3 · 2026年11月20日')
  })

  it('lists what was agreed to, where only the version on offer leads to its text', async () => {
    const [present] = member.consents
    if (!present) throw new Error('the member has agreed to nothing')
    const past = { ...present, version: '2', agreedAt: '2026-10-02T04:00:00.000Z' }
    open({ session: { user: { ...member, consents: [past, present] } } })
    expect(text('consent-terms-2')).toBe('用户协议版本 2 · 2026年10月2日')
    await press('consent-terms-2')
    expect(Taro.navigateTo).not.toHaveBeenCalled()
    expect(text('consent-terms-3')).toBe('用户协议版本 3 · 2026年11月20日')
    await press('consent-terms-3')
    expect(Taro.navigateTo).toHaveBeenCalledExactlyOnceWith({ url: '/pages/agreement/index?id=terms' })
  })

  it.each([
    ['a member', { session: { user: member } }],
    ['a guest', {}],
  ])('leads %s to the permissions and to what is declared', async (_who, situation) => {
    open(situation)
    await press('open-settings')
    expect(Taro.openSetting).toHaveBeenCalledOnce()
    await press('open-contract')
    expect(openContract).toHaveBeenCalledOnce()
    expect(Taro.navigateTo).not.toHaveBeenCalled()
    openContract.mockResolvedValueOnce(false)
    await press('open-contract')
    expect(Taro.navigateTo).toHaveBeenCalledExactlyOnceWith({ url: '/pages/agreement/index?id=privacy-policy' })
  })

  it.each([
    { underReview: ['nickname'], words: '昵称审核中，只有你能看到' },
    { underReview: ['avatar'], words: '头像审核中，只有你能看到' },
    { underReview: ['avatar', 'nickname'], words: '昵称和头像审核中，只有你能看到' },
  ] as const)('says that $underReview is under review, and asks whether it still is', ({ underReview, words }) => {
    open({ session: { user: { ...member, underReview: [...underReview] } } })
    expect(text('under-review')).toBe(words)
    expect(getServices().session.getState().refresh).toHaveBeenCalledOnce()
  })

  it.each([
    { refused: ['nickname'], words: '昵称没有通过审核，请换一个' },
    { refused: ['avatar'], words: '头像没有通过审核，请换一张' },
    { refused: ['avatar', 'nickname'], words: '昵称和头像没有通过审核，请更换' },
  ] as const)('says that $refused was refused', ({ refused, words }) => {
    open({ session: { user: { ...member, refused: [...refused] } } })
    expect(text('refused')).toBe(words)
  })

  it('says nothing of reviews, and asks nothing, where there is none', () => {
    open()
    expect(find('under-review')).toBeNull()
    expect(find('refused')).toBeNull()
    expect(getServices().session.getState().refresh).not.toHaveBeenCalled()
  })

  it('shows no id for a title while the terms have not come, and fetches them again by pressing', async () => {
    open({ session: { user: member }, registration: { agreements: null } })
    expect(text('consent-terms-3')).not.toContain('terms')
    expect(find('banner')).toBeNull()
    const { registration } = getServices()
    await act(async () => registration.setState({ status: 'error', fault: 'timeout' }))
    expect(text('banner')).toContain('网络有点慢，请再试一次')
    await press('retry')
    expect(registration.getState().loadAgreements).toHaveBeenCalledTimes(2)
    await act(async () => registration.setState({ agreements, status: 'idle', fault: null }))
    expect(text('consent-terms-3')).toContain('用户协议')
    expect(find('banner')).toBeNull()
  })

  it('saves a nickname and says so', async () => {
    open()
    await fillIn('nickname', '山风')
    await press('save-profile')
    expect(profile().saveNickname).toHaveBeenCalledExactlyOnceWith('山风')
    expect(Taro.showToast).toHaveBeenCalledWith(toast('已保存', 'success'))
  })

  it('sends no faulty nickname', async () => {
    open()
    await fillIn('nickname', '一二三四五六七八九十一二三四五六七八九十多')
    await press('save-profile')
    expect(text('nickname-error')).toBe('昵称最多 20 个字')
    expect(profile().saveNickname).not.toHaveBeenCalled()
  })

  it('takes a nickname that WeChat has cleared for a refused one, and not for a wish to have none', async () => {
    open()
    await fillIn('nickname', '不好的名字')
    await answer('nickname', 'nicknamereview', { pass: false })
    await fillIn('nickname', '')
    expect(text('nickname-error')).toBe('这个昵称没有通过平台的检查，请换一个')
    await press('save-profile')
    expect(profile().saveNickname).not.toHaveBeenCalled()
    expect(Taro.showToast).not.toHaveBeenCalled()

    await fillIn('nickname', '山风')
    await answer('nickname', 'nicknamereview', { pass: true })
    expect(find('nickname-error')).toBeNull()
    await press('save-profile')
    expect(profile().saveNickname).toHaveBeenCalledExactlyOnceWith('山风')

    await answer('nickname', 'nicknamereview', { pass: false })
    await fillIn('nickname', '山')
    await fillIn('nickname', '')
    await press('save-profile')
    expect(profile().saveNickname).toHaveBeenLastCalledWith('')
  })

  it('saves a chosen picture at once', async () => {
    open()
    await answer('avatar', 'chooseavatar', { avatarUrl: 'wxfile://tmp/face.jpg' })
    expect(profile().saveAvatar).toHaveBeenCalledExactlyOnceWith('wxfile://tmp/face.jpg')
  })

  it('hides a member from rankings, and shows them again', async () => {
    open()
    expect(get('ranked').getAttribute('aria-checked')).toBe('true')
    await press('ranked')
    expect(profile().setRanked).toHaveBeenCalledExactlyOnceWith(false)
    document.body.replaceChildren()
    open({ session: { user: { ...member, ranked: false } } })
    expect(get('ranked').getAttribute('aria-checked')).toBe('false')
    await press('ranked')
    expect(profile().setRanked).toHaveBeenCalledExactlyOnceWith(true)
  })

  it('changes the rider id only when confirmed, and says so', async () => {
    open()
    vi.mocked(Taro.showModal).mockResolvedValueOnce({ confirm: false, cancel: true, errMsg: '' })
    await press('renew-rider-id')
    expect(profile().renewRiderId).not.toHaveBeenCalled()
    await press('renew-rider-id')
    expect(profile().renewRiderId).toHaveBeenCalledOnce()
    expect(Taro.showToast).toHaveBeenCalledExactlyOnceWith(toast('编号已更换'))
  })

  it('says why the rider id or the ranking stays as it was', async () => {
    open({
      session: { user: member },
      profile: { setRanked: vi.fn(async () => 'network'), renewRiderId: vi.fn(async () => 'timeout') },
    })
    await press('ranked')
    expect(Taro.showToast).toHaveBeenLastCalledWith(toast('网络没有连上，连上后再试一次'))
    await press('renew-rider-id')
    expect(Taro.showToast).toHaveBeenLastCalledWith(toast('网络有点慢，请再试一次'))
  })

  it('says why something was not saved', () => {
    open({ session: { user: member }, profile: { status: 'error', fault: 'request.too_large' } })
    expect(text('profile-fault')).toBe('内容太大了，换一个小一点的')
    expect(profile().forgetFault).toHaveBeenCalledOnce()
  })

  it('signs out only when confirmed', async () => {
    open()
    vi.mocked(Taro.showModal).mockResolvedValueOnce({ confirm: false, cancel: true, errMsg: '' })
    await press('sign-out')
    expect(getServices().session.getState().signOut).not.toHaveBeenCalled()
    await press('sign-out')
    expect(getServices().session.getState().signOut).toHaveBeenCalledOnce()
  })

  it('ends with help and about, for guests as well', async () => {
    open({})
    await press('open-help')
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages/help/index' })
    await press('open-about')
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages/help/about/index' })
  })

  it('tells a guest what registering gives, and opens the sheet', async () => {
    open({})
    expect(document.body.textContent).toContain('扫码骑行，里程自动记下')
    await press('profile-register')
    expect(find('registration')).not.toBeNull()
  })

  it('lets somebody who signed out sign in again', async () => {
    open({ session: { phase: 'signed-out', user: null } })
    await press('sign-in')
    expect(getServices().session.getState().signIn).toHaveBeenCalledOnce()
  })
})
