import type { SportSummary } from '@trailpass/shared'
import { act } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { draw, find, get, press, text } from '../../../test/draw'
import { apiError, type FakeApi } from '../../../test/fake-api'
import { getServices, inSituation, member, week } from '../../../test/services'
import type { SealedSteps } from '../../platform/werun/types'
import { StepsCard } from './steps-card'

const phone = vi.hoisted(() => ({
  read: vi.fn<() => Promise<SealedSteps>>(),
  isGranted: vi.fn(async () => false),
  openSettings: vi.fn(async () => {}),
}))
vi.mock('../../platform/werun', () => ({ weRun: phone }))
vi.mock('../../bootstrap', () => import('../../../test/services'))

const payload = { encryptedData: 'sealed', iv: 'iv' }
const walked: SportSummary = {
  ...week,
  range: '31d',
  totals: { ...week.totals, steps: 18_200 },
  days: week.days.map((day, at) => ({ ...day, steps: at === 0 ? null : 1000 * at })),
}

const keyOf = 'GET /v1/session/platform-key'
const send = 'POST /v1/sport/werun'
const taken = vi.fn(async (_payload: object) => walked)

async function open(month: SportSummary, answer: (payload: object) => Promise<SportSummary> = taken) {
  inSituation({
    sport: { loaded: { [`${member.userId} 31d`]: { value: month, fault: null } } },
    answers: { [keyOf]: { alive: true, keyEpoch: 3 }, [send]: answer },
  })
  draw(<StepsCard personId={member.userId} />)
  await act(async () => {})
}
const log = () => (getServices().api as FakeApi).log

beforeEach(() => {
  vi.clearAllMocks()
  phone.isGranted.mockResolvedValue(false)
  phone.read.mockResolvedValue({ kind: 'sealed', payload })
})

describe('the steps', () => {
  it('are asked for by a press only, with the reason beside it', async () => {
    await open(week)
    expect(text('steps')).toContain('授权微信运动后')
    expect(phone.read).not.toHaveBeenCalled()
    await press('update-steps')
    expect(log()).toEqual([keyOf, send])
    expect(taken).toHaveBeenCalledExactlyOnceWith({ ...payload, keyEpoch: 3 })
    expect(getServices().sport.getState().load).toHaveBeenCalledWith(member.userId, '31d')
  })

  it('come by themselves once they are allowed', async () => {
    phone.isGranted.mockResolvedValue(true)
    await open(walked)
    expect(log()).toEqual([keyOf, send])
  })

  it('are drawn day by day, and can be read', async () => {
    await open(walked)
    expect(text('steps')).toContain('今天6,000步')
    expect(get('steps-line').getAttribute('aria-label')).toContain('周一 未知, 周二 1,000 步')
    expect(get('steps-line').getAttribute('style')).toContain('svg')
  })

  it('are asked for once more after a stale session_key', async () => {
    const answer = vi.fn(taken).mockRejectedValueOnce(apiError('session_key.stale'))
    await open(week, answer)
    await press('update-steps')
    expect(getServices().logInFresh).toHaveBeenCalledOnce()
    expect(answer).toHaveBeenLastCalledWith(payload)
    expect(phone.read).toHaveBeenCalledTimes(2)
    expect(find('steps-fault')).toBeNull()
  })

  it('are not asked for a third time', async () => {
    await open(week, vi.fn(taken).mockRejectedValue(apiError('session_key.stale')))
    await press('update-steps')
    expect(phone.read).toHaveBeenCalledTimes(2)
    expect(text('steps-fault')).toContain('再试一次')
  })

  it('may be refused; the way back is open', async () => {
    phone.read.mockResolvedValue({ kind: 'denied' })
    await open(week)
    await press('update-steps')
    expect(text('steps')).toContain('没有授权微信运动')
    await press('update-steps')
    expect(phone.openSettings).toHaveBeenCalledOnce()
  })

  it('are offered again to who has not agreed to the gate, which is no refusal of WeRun', async () => {
    phone.read.mockResolvedValue({ kind: 'unagreed' })
    await open(week)
    await press('update-steps')
    expect(text('steps')).not.toContain('没有授权微信运动')
    expect(text('update-steps')).toBe('同步微信运动')
    await press('update-steps')
    expect(phone.openSettings).not.toHaveBeenCalled()
    expect(phone.read).toHaveBeenCalledTimes(2)
  })

  it('may not be counted by this phone', async () => {
    phone.read.mockResolvedValue({ kind: 'unavailable' })
    await open(week)
    await press('update-steps')
    expect(text('steps')).toContain('请先在微信里开启微信运动')
    expect(taken).not.toHaveBeenCalled()
  })
})
