import Taro from '@tarojs/taro'
import { act } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { draw, fillIn, find, get, press, text } from '../../../test/draw'
import { agreements, getServices, inSituation } from '../../../test/services'
import { toast } from '../../../test/toast'
import WebRegistration from './index'

vi.mock('../../bootstrap', () => import('../../../test/services'))

function open(situation: Parameters<typeof inSituation>[0] = {}, query = '?ticket=T&entry=scan') {
  window.history.replaceState(null, '', `/#/pages/web-registration/index${query}`)
  inSituation(situation)
  draw(<WebRegistration />)
}
const web = () => getServices().webRegistration?.getState() ?? expect.fail('no web registration')

beforeEach(() => {
  vi.clearAllMocks()
})
afterEach(() => window.history.replaceState(null, '', '/'))

it('redeems the ticket once and takes it out of the address', () => {
  open()
  expect(web().open).toHaveBeenCalledExactlyOnceWith('T')
  expect(window.location.hash).toBe('#/pages/web-registration/index')
})

it('asks for the tick before anything is sent', async () => {
  open()
  expect(get('agree').getAttribute('aria-checked')).toBe('false')
  await press('submit-registration')
  expect(Taro.showToast).toHaveBeenCalledWith(toast('请勾选相关条款'))
  expect(web().submit).not.toHaveBeenCalled()
})

it('registers with the nickname and the terms on screen', async () => {
  open()
  await fillIn('nickname', '小林')
  await press('agree')
  await press('submit-registration')
  expect(web().submit).toHaveBeenCalledExactlyOnceWith({ nickname: '小林', agreements, entry: 'scan' })
})

it('keeps the tick that was made in the mini program', async () => {
  open({}, '?ticket=T&entry=scan&terms=ticked')
  await press('submit-registration')
  expect(web().submit).toHaveBeenCalledOnce()
})

it('keeps what was typed until the server has taken it', async () => {
  open({ webRegistration: { submit: vi.fn(async () => false) } }, '?ticket=T&terms=ticked')
  await fillIn('nickname', '山里人')
  await press('submit-registration')
  document.body.replaceChildren()
  open({}, '?ticket=T&terms=ticked')
  expect(get('nickname')).toHaveProperty('value', '山里人')
  await press('submit-registration')
  document.body.replaceChildren()
  open({}, '?ticket=T&terms=ticked')
  expect(get('nickname')).toHaveProperty('value', '')
})

it('keeps the tick of the mini program for the first terms it reads, and for no others', async () => {
  open({ registration: { agreements: null } }, '?ticket=T&terms=ticked')
  const read = (terms: typeof agreements) => act(async () => getServices().registration.setState({ agreements: terms }))
  await read(agreements)
  expect(get('agree').getAttribute('aria-checked')).toBe('true')
  await read(agreements.map((agreement) => ({ ...agreement, version: '9' })))
  expect(get('agree').getAttribute('aria-checked')).toBe('false')
})

it('says what is wrong with a nickname', async () => {
  open()
  await fillIn('nickname', '小\u200B林')
  await press('agree')
  await press('submit-registration')
  expect(text('nickname-error')).toBe('昵称里有无法显示的字符，换一个试试')
  expect(web().submit).not.toHaveBeenCalled()
})

it('shows terms that changed meanwhile, unticked', () => {
  open({ webRegistration: { fault: 'registration.agreement_required' } }, '?ticket=T&terms=ticked')
  expect(text('registration-fault')).toBe('条款有更新，请重新阅读并勾选')
  expect(get('agree').getAttribute('aria-checked')).toBe('false')
  expect(getServices().registration.getState().loadAgreements).toHaveBeenCalledTimes(2)
})

it('tries again where the terms do not come', async () => {
  open({ registration: { agreements: null, status: 'error', fault: 'network' } })
  expect(text('registration-fault')).toContain('网络没有连上')
  await press('retry-agreements')
  expect(getServices().registration.getState().loadAgreements).toHaveBeenCalledTimes(2)
})

it('tries again where the server does not answer', async () => {
  open({ webRegistration: { phase: 'opening', fault: 'timeout' } })
  expect(document.body.textContent).toContain('网络有点慢')
  await press('retry')
  expect(web().open).toHaveBeenCalledTimes(2)
})

it.each([
  ['done', '注册好了'],
  ['closed', '这个链接用不了了'],
] as const)('sends the person back to the mini program when it is %s', (phase, words) => {
  open({ webRegistration: { phase } })
  expect(text(`web-registration-${phase}`)).toContain(words)
  expect(text(`web-registration-${phase}`)).toContain('小程序')
  expect(find('submit-registration')).toBeNull()
})
