import Taro from '@tarojs/taro'
import type { Ride } from '@trailpass/shared'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { draw, find, press, text } from '../../../test/draw'
import { getServices, inSituation, member, week } from '../../../test/services'
import History from './index'

vi.mock('../../bootstrap', () => import('../../../test/services'))

const ride: Ride = {
  id: 'r1',
  device: { id: 'd3', number: 3, trailId: 'lake', trailName: '青龙湖步道' },
  state: 'finished',
  startedAt: new Date(2026, 10, 2, 8, 5).toISOString(),
  finishedAt: new Date(2026, 10, 2, 8, 18).toISOString(),
  movingSeconds: 725,
  distanceMeters: 3240,
  energyKcal: 128.4,
  speedMetersPerSecond: 0,
  samplesThrough: 362,
  ranking: null,
}
const rides: Ride[] = [{ ...ride, id: 'r2', state: 'active' }, ride]
const ofMember = { personId: member.userId, rides }

function open(situation: Parameters<typeof inSituation>[0]) {
  inSituation({ session: { user: member }, ...situation })
  draw(<History />)
}

const history = () => getServices().history.getState()

beforeEach(() => {
  vi.clearAllMocks()
})

describe('the history', () => {
  it('asks for the rides and the last 31 days of the person', () => {
    open({})
    expect(history().load).toHaveBeenCalledExactlyOnceWith(member.userId)
    expect(getServices().sport.getState().load).toHaveBeenCalledExactlyOnceWith(member.userId, '31d')
  })

  it('shows when, on which bike, how long and how far', () => {
    open({ history: ofMember })
    expect(text('rides')).toContain('11月2日 8:05 3 号车 · 12:05 · 128 千卡3.2公里')
    expect(text('rides')).toContain('骑行中')
    expect(find('older-rides')).toBeNull()
  })

  it('sums up the last 31 days', () => {
    open({ sport: { loaded: { [`${member.userId} 31d`]: { value: { ...week, range: '31d' }, fault: null } } } })
    expect(text('sport-month')).toContain('16.3公里5次骑行68分钟652千卡')
  })

  it('goes on to earlier rides', async () => {
    open({ history: { ...ofMember, hasOlder: true } })
    await press('older-rides')
    expect(history().loadOlder).toHaveBeenCalledOnce()
  })

  it('leads home who has not ridden yet', async () => {
    open({ history: { ...ofMember, rides: [] } })
    expect(text('rides')).toContain('还没有骑行')
    await press('go-home')
    expect(Taro.reLaunch).toHaveBeenCalledWith({ url: '/pages/home/index' })
  })

  it('says why nothing came, and tries again', async () => {
    open({ history: { personId: member.userId, fault: 'network' } })
    expect(find('rides')).toBeNull()
    expect(text('banner')).toContain('网络没有连上')
    await press('retry')
    expect(history().load).toHaveBeenCalledTimes(2)
  })

  it('shows nobody the rides of another person', () => {
    open({ history: { personId: 'somebody else', rides } })
    expect(text('rides')).not.toContain('3 号车')
  })

  it('tells a guest what would be here, and loads nothing', async () => {
    inSituation()
    draw(<History />)
    expect(history().load).not.toHaveBeenCalled()
    await press('history-register')
    expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/pages/profile/index' })
  })
})
