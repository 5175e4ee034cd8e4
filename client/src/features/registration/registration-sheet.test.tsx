import Taro from '@tarojs/taro'
import { act } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { answer, draw, fillIn, find, get, press, text } from '../../../test/draw'
import { agreements, getServices, inSituation } from '../../../test/services'
import { toast } from '../../../test/toast'
import { RegistrationSheet } from './registration-sheet'

vi.mock('../../bootstrap', () => import('../../../test/services'))

const onClose = vi.fn()
const submit = () => getServices().registration.getState().submit

function open(registration: NonNullable<Parameters<typeof inSituation>[0]>['registration'] = {}) {
  inSituation({ registration })
  draw(<RegistrationSheet onClose={onClose} />)
}

beforeEach(() => {
  vi.clearAllMocks()
})

describe('the registration sheet', () => {
  it('reads the terms of this moment and ticks none of them', () => {
    open()
    expect(getServices().registration.getState().loadAgreements).toHaveBeenCalledOnce()
    expect(get('agree').getAttribute('aria-checked')).toBe('false')
    expect(get('agree').getAttribute('aria-label')).toBe('我已阅读并同意《用户协议》《隐私政策》')
    expect(text('agreement-terms')).toBe('《用户协议》')
    expect(text('agreement-privacy')).toBe('《隐私政策》')
  })

  it('asks for the tick and sends nothing while the terms are not ticked', async () => {
    open()
    await press('submit-registration')
    expect(Taro.showToast).toHaveBeenCalledWith(toast('请勾选相关条款'))
    expect(get('agree').parentElement?.className).toContain('nudged')
    expect(submit()).not.toHaveBeenCalled()
  })

  it.each([
    ['一二三四五六七八九十一二三四五六七八九十多', '昵称最多 20 个字'],
    ['小\u200B林', '昵称里有无法显示的字符，换一个试试'],
  ])('says what is wrong with the nickname %j and sends nothing', async (nickname, words) => {
    open()
    await fillIn('nickname', nickname)
    await press('agree')
    await press('submit-registration')
    expect(text('nickname-error')).toBe(words)
    expect(submit()).not.toHaveBeenCalled()
  })

  it('registers with what was filled in, then closes', async () => {
    open()
    await answer('avatar', 'chooseavatar', { avatarUrl: 'wxfile://tmp/face.jpg' })
    await answer('phone', 'getphonenumber', { code: 'phone-code' })
    await fillIn('nickname', '小林')
    await press('agree')
    await press('submit-registration')
    expect(submit()).toHaveBeenCalledExactlyOnceWith({
      nickname: '小林',
      avatarPath: 'wxfile://tmp/face.jpg',
      phoneCode: 'phone-code',
    })
    expect(Taro.showToast).toHaveBeenCalledWith(toast('注册完成', 'success'))
    expect(onClose).toHaveBeenCalledOnce()
  })

  it('registers somebody who fills in nothing but the tick', async () => {
    open()
    await press('agree')
    await press('submit-registration')
    expect(submit()).toHaveBeenCalledExactlyOnceWith({ nickname: '', avatarPath: null })
  })

  it.each([
    ['avatar.not_saved', '注册好了，头像没有存上，可以在「我的」里再选'],
    ['phone.not_saved', '注册好了，手机号没有存上，可以在「我的」里再填'],
  ])('closes with words about what alone was not kept, which stay until they are read: %s', async (fault, content) => {
    open({ fault })
    await press('agree')
    await press('submit-registration')
    expect(Taro.showModal).toHaveBeenCalledExactlyOnceWith({
      title: '注册完成',
      content,
      confirmText: '知道了',
      showCancel: false,
    })
    expect(Taro.showToast).not.toHaveBeenCalled()
    expect(onClose).toHaveBeenCalledOnce()
  })

  it('stays open with words when registering fails', async () => {
    open({ status: 'error', fault: 'storage.unavailable', submit: vi.fn(async () => false) })
    await press('agree')
    await press('submit-registration')
    expect(text('registration-fault')).toBe('服务正在恢复，请稍后再试')
    expect(onClose).not.toHaveBeenCalled()
  })

  it('shows changed terms again, unticked', async () => {
    open({ fault: 'registration.agreement_required', submit: vi.fn(async () => false) })
    await press('agree')
    await press('submit-registration')
    expect(get('agree').getAttribute('aria-checked')).toBe('false')
    expect(getServices().registration.getState().loadAgreements).toHaveBeenCalledTimes(2)
  })

  it('is unticked when other terms take the place of the ticked ones', async () => {
    open()
    await press('agree')
    const current = agreements.map((agreement) => ({ ...agreement, version: '9' }))
    await act(async () => getServices().registration.setState({ agreements: [...agreements] }))
    expect(get('agree').getAttribute('aria-checked')).toBe('true')
    await act(async () => getServices().registration.setState({ agreements: current }))
    expect(get('agree').getAttribute('aria-checked')).toBe('false')
    await press('submit-registration')
    expect(submit()).not.toHaveBeenCalled()
  })

  it.each([
    [{ errno: 1400001 }, '暂时取不到手机号，不影响注册'],
    [{ errMsg: 'getPhoneNumber:fail user deny' }, '没有授权手机号，不影响注册'],
    [{ encryptedData: 'sealed', iv: 'iv' }, '暂时取不到手机号，不影响注册'],
  ])('takes a phone number that does not come (%j) as normal', async (detail, words) => {
    open()
    await answer('phone', 'getphonenumber', detail)
    expect(text('phone-fault')).toBe(words)
    await press('agree')
    await press('submit-registration')
    expect(submit()).toHaveBeenCalledOnce()
  })

  it('opens an agreement over the form, which keeps what was typed', async () => {
    open()
    await fillIn('nickname', '小林')
    await press('agreement-terms')
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages/agreement/index?id=terms' })
    expect(get('nickname')).toHaveProperty('value', '小林')
    expect(get('agree').getAttribute('aria-checked')).toBe('false')
  })

  it('shows anew what was typed, after the session has died as well, until it has been sent', async () => {
    open({ status: 'error', fault: 'session.expired', submit: vi.fn(async () => false) })
    await fillIn('nickname', '山里人')
    await press('agree')
    await press('submit-registration')
    document.body.replaceChildren()
    open()
    expect(get('nickname')).toHaveProperty('value', '山里人')
    await press('agree')
    await press('submit-registration')
    document.body.replaceChildren()
    open()
    expect(get('nickname')).toHaveProperty('value', '')
  })

  it('cancels without sending anything', async () => {
    open()
    await press('cancel-registration')
    expect(onClose).toHaveBeenCalledOnce()
    expect(submit()).not.toHaveBeenCalled()
  })

  it('says why the terms did not come, and tries again', async () => {
    open({ agreements: null, status: 'error', fault: 'timeout' })
    expect(text('registration-fault')).toBe('网络有点慢，请再试一次')
    expect(find('submit-registration')).toBeNull()
    await press('retry-agreements')
    expect(getServices().registration.getState().loadAgreements).toHaveBeenCalledTimes(2)
  })

  it('takes no second press while one is being sent', () => {
    open({ submitting: true })
    expect(get('submit-registration')).toHaveProperty('disabled', true)
  })

  it('does not look cancelled while it is being sent', async () => {
    open({ submitting: true })
    expect(get('cancel-registration')).toHaveProperty('disabled', true)
    await act(async () => document.querySelector<HTMLElement>('.backdrop')?.click())
    expect(onClose).not.toHaveBeenCalled()
    await act(async () => getServices().registration.setState({ submitting: false }))
    await act(async () => document.querySelector<HTMLElement>('.backdrop')?.click())
    expect(onClose).toHaveBeenCalledOnce()
  })
})
