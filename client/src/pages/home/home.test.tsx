import Taro from '@tarojs/taro'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { draw, find, get, press, text } from '../../../test/draw'
import { board, getServices, inSituation, member, overview, week } from '../../../test/services'
import Home from './index'

vi.mock('../../bootstrap', () => import('../../../test/services'))

function open(situation: Parameters<typeof inSituation>[0] = {}) {
  inSituation(situation)
  draw(<Home />)
}

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(2026, 10, 22, 8), toFake: ['Date'] })
  return () => vi.useRealTimers()
})

describe('home', () => {
  it('is there at once, calling nobody a guest before the session is known', () => {
    open({ session: { phase: 'starting', user: null }, overview: { overview: null } })
    expect(text('greeting')).toBe('你好，步道用户')
    expect(text('overview')).toContain('今天来过')
    expect(find('guest-badge')).toBeNull()
    expect(find('invitation')).toBeNull()
  })

  it('sends what a ride has left on the phone', () => {
    open({ session: { user: member } })
    expect(getServices().ride.getState().catchUp).toHaveBeenCalledOnce()
  })

  it('shows a guest what goes on today, and the way to register', async () => {
    open()
    expect(text('guest-badge')).toBe('访客')
    expect(text('overview')).toContain('128人')
    expect(text('overview')).toContain('青龙湖步道5.2公里')
    await press('register')
    expect(find('registration')).not.toBeNull()
    await press('cancel-registration')
    expect(find('registration')).toBeNull()
  })

  it('puts the invitation off for this visit', async () => {
    open()
    await press('not-now')
    expect(find('invitation')).toBeNull()
    expect(text('guest-badge')).toBe('访客')
  })

  it('greets a member by name and the hour', () => {
    open({ session: { user: member } })
    expect(text('greeting')).toBe('早上好，小林')
    expect(find('guest-badge')).toBeNull()
    expect(find('invitation')).toBeNull()
    expect(find('banner')).toBeNull()
  })

  it('says that the platform does not answer, keeps the name, and retries when asked', async () => {
    open({ session: { user: member, degraded: true } })
    expect(text('greeting')).toBe('早上好，小林')
    expect(text('banner')).toContain('微信暂时没有回应，你可以先逛逛，稍后自动登录')
    await press('retry')
    expect(getServices().session.getState().signIn).toHaveBeenCalledOnce()
  })

  it('shows places without figures when the overview fails, and one way on', async () => {
    open({ overview: { overview: null, fault: 'network' } })
    expect(text('overview')).toContain('–人')
    expect(text('banner')).toContain('网络没有连上')
    await press('retry')
    expect(getServices().overview.getState().load).toHaveBeenCalledTimes(2)
    expect(getServices().session.getState().signIn).not.toHaveBeenCalled()
  })

  it('keeps the last figures on screen when fresh ones do not come', () => {
    open({ overview: { fault: 'timeout' } })
    expect(text('overview')).toContain('128人')
    expect(text('banner')).toContain('网络有点慢')
  })

  it('counts free bikes only where bikes report', () => {
    open()
    expect(text('overview')).not.toContain('辆车空闲')
  })

  it('leaves the places of a quiet day open', async () => {
    open({
      overview: { overview: { trails: [], activeToday: 0, freeBikes: 3, topThree: [], registrationMode: 'native' } },
    })
    expect(text('overview')).toContain('3辆车空闲')
    expect(text('overview').match(/等你来/g)).toHaveLength(3)
    expect(text('overview')).toContain('这里还没有步道，晚点再来看看')
    await press('refresh')
    expect(getServices().overview.getState().load).toHaveBeenCalledTimes(2)
  })

  it('offers signing in, not registering, to somebody who signed out', async () => {
    open({ session: { phase: 'signed-out', user: null } })
    expect(find('invitation')).toBeNull()
    await press('banner-sign-in')
    expect(getServices().session.getState().signIn).toHaveBeenCalledOnce()
  })

  it('loads no figures before the session names a member, and none for a guest', () => {
    open({ session: { phase: 'starting', user: null } })
    expect(getServices().sport.getState().load).not.toHaveBeenCalled()
    expect(find('sport')).toBeNull()
    open()
    expect(getServices().sport.getState().load).not.toHaveBeenCalled()
    expect(find('my-place')).toBeNull()
  })

  it('shows a member today against the goal, the week, and the own place', async () => {
    open({
      session: { user: member },
      sport: { loaded: { [`${member.userId} 7d`]: { value: week, fault: null } } },
      leaderboard: { loaded: { [`${member.userId} lake today`]: { value: board, fault: null } } },
    })
    expect(getServices().sport.getState().load).toHaveBeenCalledWith(member.userId, '7d')
    expect(text('sport')).toBe('今天3.2公里13分钟128千卡1次骑行离今天的目标还差 1.8 公里')
    expect(text('sport-week')).toContain('近 7 天 · 16.3 公里')
    expect(text('my-place')).toBe('12你3.2公里')
    expect(text('overview')).not.toContain('今天来过')
    await press('open-history')
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages/history/index' })
    await press('open-ranking')
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages/ranking/index' })
  })

  it('shows the own place on the trail nearby, and says how to get one only to who has not ridden today', () => {
    for (const rides of [0, 1]) {
      const days = week.days.map((day) => ({ ...day, rides }))
      document.body.replaceChildren()
      open({
        session: { user: member },
        sport: { loaded: { [`${member.userId} 7d`]: { value: { ...week, days }, fault: null } } },
        trail: {
          place: 'placed',
          nearest: { id: 'hill', name: '云台山步道', lengthMeters: 3100, distanceMeters: 10, inRange: true },
        },
        leaderboard: { loaded: { [`${member.userId} hill today`]: { value: { ...board, mine: null }, fault: null } } },
      })
      expect(getServices().leaderboard.getState().load).toHaveBeenCalledWith(member.userId, 'hill', 'today')
      expect(text('my-place')).toBe(rides === 0 ? '–你骑一次就上榜' : '–你')
    }
  })

  it('marks the own place where it is among the first three, and says it once', () => {
    const me = { displayName: '小林', distanceMeters: 3200 }
    const own = { ...board, mine: { ...me, avatarUrl: null, rank: 1, mine: true } }
    open({
      session: { user: member },
      overview: { overview: { ...overview, topThree: [me] } },
      leaderboard: { loaded: { [`${member.userId} lake today`]: { value: own, fault: null } } },
    })
    expect(text('my-place')).toBe('1小林 你3.2公里')
    expect(document.querySelectorAll('#my-place')).toHaveLength(1)
  })

  it('says why a member’s figures did not come, and tries them again', async () => {
    open({
      session: { user: member },
      sport: { loaded: { [`${member.userId} 7d`]: { value: null, fault: 'timeout' } } },
    })
    expect(text('sport')).toContain('–公里')
    expect(text('banner')).toContain('网络有点慢')
    vi.mocked(getServices().sport.getState().load).mockClear()
    await press('retry')
    expect(getServices().sport.getState().load).toHaveBeenCalledExactlyOnceWith(member.userId, '7d')
  })

  it('leads to the profile by the avatar', async () => {
    open()
    expect(get('open-profile').getAttribute('aria-label')).toBe('我的')
    await press('open-profile')
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages/profile/index' })
  })

  it('tells somebody with two accounts, and leads to the question', async () => {
    open({ session: { user: { ...member, joinOffered: true } } })
    expect(text('join-banner')).toContain('你还有一个账号')
    vi.mocked(Taro.navigateTo).mockClear()
    await press('open-join')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/pages/profile/index' })
  })
})
