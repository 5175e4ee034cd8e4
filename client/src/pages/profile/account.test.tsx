import Taro from '@tarojs/taro'
import type { JoinOffer, SignedInDevice } from '@trailpass/shared'
import { act } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { answer, draw, find, get, press, text, until } from '../../../test/draw'
import { type Answers, apiError, type FakeApi } from '../../../test/fake-api'
import { agreements, getServices, guest, inSituation, member } from '../../../test/services'
import { toast } from '../../../test/toast'
import { NetworkError } from '../../api/api-error'
import Devices from './devices'
import Erase from './erase'
import Export from './export'
import Profile from './index'
import Withdraw from './withdraw'

const saveText = vi.hoisted(() => vi.fn(async (_name: string, _text: string) => true))
const copyText = vi.hoisted(() => vi.fn(async (_text: string) => true))
const platform = vi.hoisted(() => ({ saves: true }))
vi.mock('../../platform/save-text', () => ({
  get saveText() {
    return platform.saves ? saveText : undefined
  },
  get copyText() {
    return platform.saves ? undefined : copyText
  },
}))
const early = vi.hoisted(() => ({ isEarly: vi.fn(() => false), ask: vi.fn() }))
vi.mock('../../platform/user-profile', () => ({ userProfile: early }))
vi.mock('../../bootstrap', () => import('../../../test/services'))

/** Opens a page for whom the server answers so. */
function open(Page: () => React.ReactNode, answers: Answers, user = member) {
  const logInFresh = vi.fn(async () => true)
  const { api } = inSituation({ session: { user }, answers, logInFresh })
  draw(<Page />)
  return { log: (api as FakeApi).log, logInFresh, session: getServices().session.getState() }
}

const refuse = () => vi.mocked(Taro.showModal).mockResolvedValueOnce({ confirm: false, cancel: true, errMsg: '' })

beforeEach(() => {
  vi.clearAllMocks()
  vi.stubEnv('TARO_ENV', 'weapp')
  early.isEarly.mockReturnValue(false)
  platform.saves = true
})

const device = (changes: Partial<SignedInDevice>): SignedInDevice => ({
  id: 'd1',
  platform: 'weapp',
  model: 'iPhone 15',
  createdAt: '2026-11-22T00:00:00.000Z',
  lastSeenAt: '2026-11-22T00:00:00.000Z',
  current: true,
  ...changes,
})

describe('the devices', () => {
  it('are listed, and another one signed out when confirmed', async () => {
    const sessions = [device({}), device({ id: 'd2', platform: 'h5', model: null, current: false })]
    const { log } = open(Devices, { 'GET /v1/sessions': () => ({ sessions }), 'DELETE /v1/sessions/d2': null })
    await until(() => expect(find('device-d1')).not.toBeNull())
    expect(text('device-d1')).toContain('iPhone 15微信 · 最近使用')
    expect(text('device-d1')).toContain('这台设备')
    expect(find('end-d1')).toBeNull()
    expect(text('device-d2')).toContain('网页里的步道通')
    refuse()
    await press('end-d2')
    expect(log).toEqual(['GET /v1/sessions'])
    const { content } = vi.mocked(Taro.showModal).mock.lastCall?.[0] ?? {}
    expect(content).toContain('下次打开时会用它上面的微信重新登录')
    sessions.pop()
    await press('end-d2')
    await until(() => expect(find('device-d2')).toBeNull())
    expect(log).toEqual(['GET /v1/sessions', 'DELETE /v1/sessions/d2', 'GET /v1/sessions'])
  })

  it('that do not come can be asked for again', async () => {
    const answers: Answers = { 'GET /v1/sessions': apiError('storage.unavailable') }
    open(Devices, answers)
    await until(() => expect(find('devices-again')).not.toBeNull())
    expect(document.body.textContent).toContain('服务正在恢复')
    answers['GET /v1/sessions'] = { sessions: [device({})] }
    await press('devices-again')
    await until(() => expect(find('device-d1')).not.toBeNull())
  })
})

describe('the export', () => {
  const stale = () => {
    const answers: Answers = { 'GET /v1/userinfo/export': apiError('session.fresh_login_required') }
    return answers
  }

  it('is made after a login of late, and saved by a second press', async () => {
    const answers = stale()
    const { log, logInFresh } = open(Export, answers)
    logInFresh.mockImplementation(async () => {
      answers['GET /v1/userinfo/export'] = { exportedAt: 'now', rides: [] }
      return true
    })
    await press('make-export')
    await until(() => expect(find('save-export')).not.toBeNull())
    expect(log).toHaveLength(2)
    expect(text('export-ready')).toBe('准备好了，1 KB')
    await press('save-export')
    expect(saveText).toHaveBeenCalledExactlyOnceWith('trailpass-export.json', expect.stringContaining('"rides": []'))
    expect(Taro.showToast).toHaveBeenLastCalledWith(toast('已保存'))
    saveText.mockResolvedValueOnce(false)
    await press('save-export')
    expect(Taro.showToast).toHaveBeenLastCalledWith(toast('没有保存，可以再点一次'))
  })

  it('is shown, and copied by a second press, where nothing can be saved', async () => {
    platform.saves = false
    open(Export, { 'GET /v1/userinfo/export': { exportedAt: 'now', rides: [] } })
    await press('make-export')
    await until(() => expect(text('export-text')).toContain('"rides": []'))
    expect(find('save-export')).toBeNull()
    await press('copy-export')
    expect(copyText).toHaveBeenCalledExactlyOnceWith(text('export-text'))
    expect(Taro.showToast).toHaveBeenLastCalledWith(toast('已复制，可以贴到别处保存'))
    copyText.mockResolvedValueOnce(false)
    await press('copy-export')
    expect(Taro.showToast).toHaveBeenLastCalledWith(toast('没有复制成功，可以按住文字选中'))
  })

  it('says why it was not made', async () => {
    const { log, logInFresh } = open(Export, stale())
    logInFresh.mockResolvedValue(false)
    await press('make-export')
    await until(() => expect(text('export-fault')).toBe('为了安全，请重新登录后再试'))
    expect(log).toHaveLength(1)
    expect(find('save-export')).toBeNull()
  })
})

describe('deleting the account', () => {
  it('says what goes and what stays, asks who cannot hold, and signs out', async () => {
    const { log, session } = open(Erase, { 'DELETE /v1/userinfo': null })
    expect(text('what-goes')).toContain('全部骑行、排名和步数')
    expect(text('what-goes')).toContain('180 天')
    refuse()
    await press('erase')
    expect(log).toEqual([])
    await press('erase')
    await until(() => expect(find('erased')).not.toBeNull())
    expect(log).toEqual(['DELETE /v1/userinfo'])
    expect(session.signOut).toHaveBeenCalledOnce()
    await press('erased-home')
    expect(Taro.reLaunch).toHaveBeenCalledExactlyOnceWith({ url: '/pages/home/index' })
  })

  it('happens when a finger rests on it, without another question', async () => {
    vi.useFakeTimers()
    const { log } = open(Erase, { 'DELETE /v1/userinfo': null })
    const place = get('erase').parentElement as HTMLElement
    const touch = (type: string) => act(async () => place.dispatchEvent(new Event(type, { bubbles: true })))
    await touch('touchstart')
    await act(() => vi.advanceTimersByTimeAsync(400))
    await touch('touchend')
    await act(() => vi.advanceTimersByTimeAsync(1000))
    expect(log).toEqual([])
    await touch('touchstart')
    await act(() => vi.advanceTimersByTimeAsync(800))
    vi.useRealTimers()
    await until(() => expect(find('erased')).not.toBeNull())
    expect(Taro.showModal).not.toHaveBeenCalled()
    expect(log).toEqual(['DELETE /v1/userinfo'])
  })

  it('leaves everything when the server does not answer, and offers an export first', async () => {
    const { session } = open(Erase, { 'DELETE /v1/userinfo': apiError('storage.unavailable') })
    await press('export-first')
    expect(Taro.navigateTo).toHaveBeenCalledExactlyOnceWith({ url: '/pages/profile/export/index' })
    await press('erase')
    await until(() => expect(text('erase-fault')).toBe('服务正在恢复，请稍后再试'))
    expect(session.signOut).not.toHaveBeenCalled()
  })

  it('signs out when its answer is lost: whoever is gone must not be made anew unasked', async () => {
    const { session } = open(Erase, { 'DELETE /v1/userinfo': new NetworkError('timeout') })
    await press('erase')
    await until(() => expect(text('erase_unknown')).toContain('账号可能已经注销'))
    expect(session.signOut).toHaveBeenCalledOnce()
  })
})

it.each([
  ['a guest', { user: guest }],
  ['somebody who signed out', { user: null, phase: 'signed-out' as const }],
])('has nothing for %s to withdraw, and leads home', async (_who, session) => {
  inSituation({ session })
  draw(<Withdraw />)
  expect(document.body.textContent).toContain('现在没有可以撤回的同意')
  await press('withdraw-home')
  expect(Taro.reLaunch).toHaveBeenCalledExactlyOnceWith({ url: '/pages/home/index' })
})

it('withdraws every consent, and shows the guest that is left', async () => {
  const { log, session } = open(Withdraw, { 'DELETE /v1/userinfo/consents/terms': guest })
  expect(text('what-goes')).toContain('昵称、头像、手机号、骑行编号')
  await press('withdraw')
  await until(() => expect(session.setUser).toHaveBeenCalledExactlyOnceWith(guest))
  expect(log).toEqual(['DELETE /v1/userinfo/consents/terms'])
  expect(Taro.navigateBack).toHaveBeenCalledOnce()
})

it('shows what is left when the network drops halfway, and withdraws the rest', async () => {
  const [terms] = member.consents
  if (!terms) throw new Error('a member has agreed to the terms')
  const privacy = { ...terms, id: 'privacy' }
  const left = { ...guest, consents: [privacy] }
  const answers: Answers = {
    'DELETE /v1/userinfo/consents/terms': left,
    'DELETE /v1/userinfo/consents/privacy': new NetworkError('network'),
  }
  const { log, session } = open(Withdraw, answers, { ...member, consents: [terms, privacy] })
  await press('withdraw')
  await until(() => expect(text('withdraw-fault')).toBe('网络没有连上，连上后再试一次'))
  expect(session.setUser).toHaveBeenCalledExactlyOnceWith(left)

  await act(async () => getServices().session.setState({ user: left }))
  answers['DELETE /v1/userinfo/consents/privacy'] = guest
  await press('withdraw')
  await until(() => expect(session.setUser).toHaveBeenLastCalledWith(guest))
  expect(log.slice(2)).toEqual(['DELETE /v1/userinfo/consents/privacy'])
  expect(Taro.navigateBack).toHaveBeenCalledOnce()
})

describe('the phone number', () => {
  const bound = { ...member, phoneMasked: '138******01' }

  it('is bound by WeChat’s button', async () => {
    const bind = vi.fn(() => bound)
    const { session } = open(Profile, { 'POST /v1/userinfo/phone': bind })
    expect(text('phone')).toContain('一键填写')
    await answer('phone', 'getphonenumber', { code: 'P1' })
    await until(() => expect(session.setUser).toHaveBeenCalledExactlyOnceWith(bound))
    expect(bind).toHaveBeenCalledExactlyOnceWith({ code: 'P1' })
  })

  it.each([
    [{ errno: 1400001 }, '暂时取不到手机号，过一会儿再试'],
    [{ errMsg: 'getPhoneNumber:fail user deny' }, '没有授权手机号，什么都没变'],
  ])('stays as it was when there is none: %o', async (detail, words) => {
    const { log } = open(Profile, {})
    await answer('phone', 'getphonenumber', detail)
    expect(text('phone-fault')).toBe(words)
    expect(log).toEqual([])
  })

  it('is shown masked, and removed when confirmed', async () => {
    const { log, session } = open(Profile, { 'DELETE /v1/userinfo/phone': member }, bound)
    expect(text('phone')).toContain('138******01')
    refuse()
    await press('remove-phone')
    await press('remove-phone')
    await until(() => expect(session.setUser).toHaveBeenCalledExactlyOnceWith(member))
    expect(log).toEqual(['DELETE /v1/userinfo/phone'])
  })

  it('comes sealed from an early WeChat, once the session_key was seen to', async () => {
    early.isEarly.mockReturnValue(true)
    const bind = vi.fn(() => bound)
    const { log, session } = open(Profile, {
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
    open(Profile, { 'POST /v1/userinfo/phone': apiError('phone.code_rejected') })
    await answer('phone', 'getphonenumber', { code: 'P1' })
    await until(() => expect(text('phone-card-fault')).toContain('授权已失效'))
  })

  it('is not spoken of as if somebody were registering', async () => {
    open(Profile, { 'POST /v1/userinfo/phone': apiError('phone.unavailable') })
    await answer('phone', 'getphonenumber', { code: 'P1' })
    await until(() => expect(text('phone-card-fault')).toBe('暂时取不到手机号，过一会儿再试'))
  })
})

describe('terms that have changed', () => {
  const answers = { 'POST /v1/userinfo/consents': vi.fn(() => member) }

  it('are read and agreed to anew', async () => {
    const { session } = open(Profile, answers, { ...member, consents: [] })
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
    open(Profile, {}, { ...member, consents })
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
    const { session } = open(Profile, answers, asked)
    await until(() => expect(find('join')).not.toBeNull())
    expect(text('join-other')).toContain('网页小林另一个 · 网页 · 3 次骑行 · 5.2 公里')
    await press(button)
    await until(() => expect(session.setUser).toHaveBeenCalledExactlyOnceWith(member))
    expect(decide).toHaveBeenCalledExactlyOnceWith({ join })
  })

  it('is not asked about when there is none', () => {
    const { log } = open(Profile, {})
    expect(log).toEqual([])
    expect(find('join')).toBeNull()
  })
})

it('is four presses from home to the deletion of an account, for guests as well', async () => {
  for (const user of [member, guest]) {
    document.body.replaceChildren()
    open(Profile, {}, user)
    await press('open-erase')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/pages/profile/erase/index' })
    expect(find('open-withdraw') === null).toBe(user === guest)
  }
})
