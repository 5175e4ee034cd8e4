import type { Trail } from '@trailpass/shared'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { draw, find, get, press, text } from '../../../test/draw'
import { getServices, inSituation } from '../../../test/services'
import Trails from './index'

vi.mock('../../bootstrap', () => import('../../../test/services'))

const lake: Trail = { id: 'lake', name: '青龙湖步道', lengthMeters: 5200, distanceMeters: 0, inRange: true }
const hill: Trail = { id: 'hill', name: '云台山步道', lengthMeters: 3100, distanceMeters: 1230, inRange: false }

function open(trail: NonNullable<Parameters<typeof inSituation>[0]>['trail'] = {}) {
  inSituation({ trail })
  draw(<Trails />)
}

const trail = () => getServices().trail.getState()

beforeEach(() => {
  vi.clearAllMocks()
})

describe('the trails', () => {
  it('are loaded without a place, keeping their room meanwhile', () => {
    open()
    expect(trail().load).toHaveBeenCalledOnce()
    expect(trail().locate).not.toHaveBeenCalled()
    expect(get('trails').querySelectorAll('.row')).toHaveLength(3)
  })

  it('stand by distance, each with its own', () => {
    open({ place: 'placed', isFuzzy: true, nearest: lake, trails: [lake, hill] })
    expect(text('place')).toBe('离你最近青龙湖步道在范围内用的是大概位置，距离会有些出入')
    expect(text('trails')).toBe('步道青龙湖步道全长 5.2 公里在范围内云台山步道全长 3.1 公里还有 1.2 公里')
  })

  it('says a short way in metres', () => {
    open({ place: 'placed', nearest: lake, trails: [{ ...hill, distanceMeters: 241 }] })
    expect(text('trails')).toContain('还有 250 米')
  })

  it('offers to turn location on, and says what for', async () => {
    open({ trails: [lake] })
    expect(text('place')).toContain('不会保存')
    await press('locate')
    expect(trail().locate).toHaveBeenCalledOnce()
  })

  it('leads to the settings who refused', async () => {
    open({ place: 'denied', trails: [lake] })
    expect(text('place')).toContain('没有允许使用位置')
    await press('open-settings')
    expect(trail().openSettings).toHaveBeenCalledOnce()
  })

  it('tells who refused in a browser what to do, and tries again', async () => {
    open({ place: 'denied', trails: [lake], openSettings: undefined })
    expect(text('place')).toContain('浏览器的设置')
    await press('locate')
    expect(trail().locate).toHaveBeenCalledOnce()
  })

  it.each([
    ['the phone did not know', 'unavailable', '没有取到位置看看手机的定位和网络，再试一次'],
    ['the server did not answer', 'unanswered', '没有取到距离位置取到了，距离还没有收到，再试一次'],
  ] as const)('tries again where %s', async (_why, place, words) => {
    open({ place, trails: [lake] })
    expect(text('place')).toContain(words)
    await press('locate')
    expect(trail().locate).toHaveBeenCalledOnce()
  })

  it('shows that it is looking, and takes no second press', () => {
    open({ place: 'locating', trails: [lake] })
    expect(get('locate').getAttribute('aria-busy')).toBe('true')
    expect(get('locate')).toHaveProperty('disabled', true)
  })

  it('says when the trails have no area', () => {
    open({ place: 'placed', trails: [{ ...lake, distanceMeters: null, inRange: null }] })
    expect(text('place')).toContain('还没有标出位置')
  })

  it('says when there are none', async () => {
    open({ trails: [] })
    expect(text('trails')).toContain('这里还没有步道')
    await press('refresh')
    expect(trail().load).toHaveBeenCalledOnce()
  })

  it('says why they did not come, and tries again', async () => {
    open({ fault: 'network' })
    expect(find('trails')).toBeNull()
    await press('retry')
    expect(trail().load).toHaveBeenCalledTimes(2)
  })
})
