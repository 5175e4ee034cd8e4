import Taro from '@tarojs/taro'
import type { Leaderboard } from '@trailpass/shared'
import { act } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { draw, find, get, press, text } from '../../../test/draw'
import { board, getServices, guest, inSituation, member, overview } from '../../../test/services'
import { showAgain } from '../../../test/stubs/taro'
import Ranking from './index'

vi.mock('../../bootstrap', () => import('../../../test/services'))

const loaded = (value: Leaderboard, viewerId = member.userId) => ({
  loaded: { [`${viewerId} lake ${value.period}`]: { value, fault: null } },
})

function open(situation: Parameters<typeof inSituation>[0]) {
  inSituation({ session: { user: member }, ...situation })
  draw(<Ranking />)
}

const load = () => getServices().leaderboard.getState().load

beforeEach(() => {
  vi.clearAllMocks()
})

describe('the ranking', () => {
  it('shows today first, and the own place below wherever it is', () => {
    open({ leaderboard: loaded(board) })
    expect(load()).toHaveBeenCalledWith(member.userId, 'lake', 'today')
    expect(text('board')).toContain('1山山风18.2公里')
    expect(text('pinned-place')).toBe('12小你3.2公里')
  })

  it('leads from the own place to where name and picture are filled in', async () => {
    open({ leaderboard: loaded(board) })
    await press('open-profile')
    expect(Taro.navigateTo).toHaveBeenCalledExactlyOnceWith({ url: '/pages/profile/index' })
  })

  it('is read anew when the person comes back to it, with what was chosen', async () => {
    open({ leaderboard: loaded(board) })
    await press('period-week')
    vi.mocked(load()).mockClear()
    await act(async () => showAgain())
    expect(load()).toHaveBeenCalledExactlyOnceWith(member.userId, 'lake', 'week')
  })

  it('marks the own row among the others', () => {
    const mine = { rank: 2, displayName: '小林', avatarUrl: null, distanceMeters: 3200, mine: true }
    open({ leaderboard: loaded({ ...board, rows: [...board.rows.slice(0, 1), mine], mine }) })
    expect(text('board')).toContain('小林你3.2公里')
  })

  it('changes the period', async () => {
    open({ leaderboard: loaded(board) })
    await press('period-week')
    expect(load()).toHaveBeenLastCalledWith(member.userId, 'lake', 'week')
    expect(get('period-week').getAttribute('aria-checked')).toBe('true')
    expect(get('period-today').getAttribute('aria-checked')).toBe('false')
    expect(text('board')).not.toContain('山风')
  })

  it('chooses between trails where there are several', async () => {
    const trails = [...overview.trails, { id: 'hill', name: '云台山步道', lengthMeters: 3100 }]
    open({ overview: { overview: { ...overview, trails } } })
    await press('trail-hill')
    expect(load()).toHaveBeenLastCalledWith(member.userId, 'hill', 'today')
  })

  it('draws many rows in steps', async () => {
    const rows = Array.from({ length: 50 }, (_, at) => ({
      ...board.rows[0],
      rank: at + 1,
      displayName: `第${at + 1}人`,
    }))
    open({ leaderboard: loaded({ ...board, rows } as Leaderboard) })
    expect(text('board')).not.toContain('第21人')
    await press('more-ranks')
    expect(text('board')).toContain('第40人')
    await press('more-ranks')
    expect(text('board')).toContain('第50人')
    expect(find('more-ranks')).toBeNull()
  })

  it('says that nobody is there yet, and how to be', () => {
    open({ leaderboard: loaded({ ...board, rows: [], mine: null }) })
    expect(text('board')).toBe('还没有人上榜，第一名等你来')
    expect(text('pinned-place')).toBe('–骑一次就上榜')
  })

  it('tells who hides that they do not show', () => {
    open({ leaderboard: loaded({ ...board, mine: null, hidden: true }) })
    expect(text('pinned-place')).toBe('–没有在排行榜上显示')
  })

  it('pins no place for a guest', () => {
    open({ session: { user: guest }, leaderboard: loaded({ ...board, mine: null }) })
    expect(text('board')).toContain('山风')
    expect(find('pinned-place')).toBeNull()
  })

  it('says why nothing came, and tries again', async () => {
    const fault = 'timeout'
    open({ leaderboard: { loaded: { [`${member.userId} lake today`]: { value: null, fault } } } })
    expect(find('board')).toBeNull()
    expect(text('banner')).toContain('网络有点慢')
    vi.mocked(load()).mockClear()
    await press('retry')
    expect(load()).toHaveBeenCalledOnce()
  })

  it('offers signing in to who signed out', () => {
    open({ session: { phase: 'signed-out', user: null } })
    expect(find('banner-sign-in')).not.toBeNull()
    expect(load()).not.toHaveBeenCalled()
  })
})
