import Taro from '@tarojs/taro'
import { act } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { openAccountPage, refuseOnce } from '../../../test/account-page'
import { find, get, press, text, until } from '../../../test/draw'
import { apiError } from '../../../test/fake-api'
import { guest, member } from '../../../test/services'
import { NetworkError } from '../../api/api-error'
import Erase from './erase'
import Profile from './index'

vi.mock('../../bootstrap', () => import('../../../test/services'))

beforeEach(() => {
  vi.clearAllMocks()
  vi.stubEnv('TARO_ENV', 'weapp')
})

describe('deleting the account', () => {
  it('says what goes and what stays, asks who cannot hold, and signs out', async () => {
    const { log, session } = openAccountPage(Erase, { 'DELETE /v1/userinfo': null })
    expect(text('what-goes')).toContain('全部骑行、排名和步数')
    expect(text('what-goes')).toContain('180 天')
    refuseOnce()
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
    const { log } = openAccountPage(Erase, { 'DELETE /v1/userinfo': null })
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
    const { session } = openAccountPage(Erase, { 'DELETE /v1/userinfo': apiError('storage.unavailable') })
    await press('export-first')
    expect(Taro.navigateTo).toHaveBeenCalledExactlyOnceWith({ url: '/pages/profile/export/index' })
    await press('erase')
    await until(() => expect(text('erase-fault')).toBe('服务正在恢复，请稍后再试'))
    expect(session.signOut).not.toHaveBeenCalled()
  })

  it('signs out when its answer is lost: whoever is gone must not be made anew unasked', async () => {
    const { session } = openAccountPage(Erase, { 'DELETE /v1/userinfo': new NetworkError('timeout') })
    await press('erase')
    await until(() => expect(text('erase_unknown')).toContain('账号可能已经注销'))
    expect(session.signOut).toHaveBeenCalledOnce()
  })
})

it('is four presses from home to the deletion of an account, for guests as well', async () => {
  for (const user of [member, guest]) {
    document.body.replaceChildren()
    openAccountPage(Profile, {}, user)
    await press('open-erase')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/pages/profile/erase/index' })
    expect(find('open-withdraw') === null).toBe(user === guest)
  }
})
