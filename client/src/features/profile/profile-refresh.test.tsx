import { act } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { draw, find, get, press, text } from '../../../test/draw'
import { type Answers, apiError, type FakeApi } from '../../../test/fake-api'
import { getServices, inSituation, member } from '../../../test/services'
import { ProfileRefresh } from './profile-refresh'

const old = vi.hoisted(() => ({ isEarly: vi.fn(() => true), ask: vi.fn() }))
vi.mock('../../platform/user-profile', () => ({ userProfile: old }))
vi.mock('../../bootstrap', () => import('../../../test/services'))

const payload = { rawData: '{}', signature: 's', encryptedData: 'sealed', iv: 'iv' }
const due = { ...member, profileRefreshDue: true }

const keyOf = 'GET /v1/session/platform-key'
const send = 'POST /v1/userinfo/platform-profile'

async function open(user = due, answers: Answers = {}) {
  inSituation({ session: { user }, answers: { [keyOf]: { alive: true, keyEpoch: 3 }, ...answers } })
  draw(<ProfileRefresh user={user} />)
  await act(async () => {})
}

beforeEach(() => {
  vi.clearAllMocks()
  old.isEarly.mockReturnValue(true)
  old.ask.mockResolvedValue(payload)
})

describe('on an early WeChat', () => {
  it('takes over the name that WeChat gives', async () => {
    const named = { ...due, nickname: '山风', profileRefreshDue: false }
    const taken = vi.fn(async (_payload: object) => named)
    await open(due, { [send]: taken })
    await press('platform-profile')
    expect(taken).toHaveBeenCalledExactlyOnceWith({ ...payload, keyEpoch: 3 })
    expect(getServices().session.getState().setUser).toHaveBeenCalledExactlyOnceWith(named)
  })

  it('sees to the key before the button can be pressed', async () => {
    let prepared = (_key: object) => {}
    await open(due, { [keyOf]: () => new Promise((done) => (prepared = done)) })
    expect(get('platform-profile').getAttribute('aria-busy')).toBe('true')
    await act(async () => prepared({ alive: true, keyEpoch: 3 }))
    expect(get('platform-profile').getAttribute('aria-busy')).toBe('false')
  })

  it('sends nothing when the person says no', async () => {
    old.ask.mockResolvedValue(undefined)
    await open()
    await press('platform-profile')
    expect((getServices().api as FakeApi).log).toEqual([keyOf])
  })

  it('logs in after a stale payload, for the next press', async () => {
    await open(due, { [send]: apiError('session_key.stale') })
    await press('platform-profile')
    expect(text('platform-profile-fault')).toContain('再试一次')
    expect(getServices().logInFresh).toHaveBeenCalledOnce()
    expect(old.ask).toHaveBeenCalledOnce()
  })

  it('leaves alone who has a name that is not due', async () => {
    await open(member)
    expect(find('profile-refresh')).toBeNull()
  })
})

describe('on any other', () => {
  beforeEach(() => void old.isEarly.mockReturnValue(false))

  it('asks whether the name is still right, when that is due', async () => {
    await open()
    await press('still-right')
    expect(getServices().profile.getState().saveNickname).toHaveBeenCalledExactlyOnceWith('小林')
  })

  it('asks nobody else', async () => {
    await open(member)
    expect(find('profile-refresh')).toBeNull()
  })
})
