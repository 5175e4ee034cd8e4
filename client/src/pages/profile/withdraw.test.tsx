import Taro from '@tarojs/taro'
import { act } from 'react'
import { beforeEach, expect, it, vi } from 'vitest'
import { openAccountPage } from '../../../test/account-page'
import { draw, press, text, until } from '../../../test/draw'
import type { Answers } from '../../../test/fake-api'
import { getServices, guest, inSituation, member } from '../../../test/services'
import { NetworkError } from '../../api/api-error'
import Withdraw from './withdraw'

vi.mock('../../bootstrap', () => import('../../../test/services'))

beforeEach(() => {
  vi.clearAllMocks()
  vi.stubEnv('TARO_ENV', 'weapp')
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
  const { log, session } = openAccountPage(Withdraw, { 'DELETE /v1/userinfo/consents/terms': guest })
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
  const { log, session } = openAccountPage(Withdraw, answers, { ...member, consents: [terms, privacy] })
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
