import type { Trail } from '@trailpass/shared'
import { describe, expect, it, vi } from 'vitest'
import { draw, find, press, text } from '../../../test/draw'
import { getServices, inSituation } from '../../../test/services'
import { TrailLine } from './trail-line'
import type { TrailState } from './trail-store'

vi.mock('../../bootstrap', () => import('../../../test/services'))

const lake: Trail = { id: 'lake', name: '青龙湖步道', lengthMeters: 5200, distanceMeters: 0, inRange: true }
const onOpen = vi.fn()

function show(trail: Partial<TrailState>, name: string | undefined = '云台山步道') {
  inSituation({ trail })
  draw(<TrailLine name={name} waiting onOpen={onOpen} />)
}

describe('the line of the place', () => {
  it.each([
    ['青龙湖步道 · 在范围内', { place: 'placed', nearest: lake }],
    ['青龙湖步道 · 还有 1.2 公里', { place: 'placed', nearest: { ...lake, inRange: false, distanceMeters: 1180 } }],
    ['云台山步道', { place: 'placed' }],
    ['云台山步道 · 未开启定位', { place: 'unknown' }],
    ['云台山步道 · 未开启定位', { place: 'denied' }],
    ['云台山步道 · 正在定位', { place: 'locating' }],
    ['云台山步道 · 没有取到位置', { place: 'unavailable' }],
    ['云台山步道 · 没有取到距离', { place: 'unanswered' }],
  ] as const)('says %s', (words, trail) => {
    show(trail)
    expect(text('open-trails')).toBe(words)
  })

  it('asks for the place with the first press, and leads to the trails', async () => {
    show({ place: 'unknown' })
    await press('open-trails')
    expect(getServices().trail.getState().locate).toHaveBeenCalledOnce()
    expect(onOpen).toHaveBeenCalledOnce()
  })

  it.each(['denied', 'unavailable', 'unanswered', 'placed'] as const)(
    'asks nothing more where it is %s',
    async (place) => {
      show({ place })
      await press('open-trails')
      expect(getServices().trail.getState().locate).not.toHaveBeenCalled()
    },
  )

  it('keeps its room before any trail is known', () => {
    inSituation()
    draw(<TrailLine name={undefined} waiting onOpen={onOpen} />)
    expect(find('open-trails')).toBeNull()
    expect(document.querySelector('.line .skeleton')).not.toBeNull()
  })
})
