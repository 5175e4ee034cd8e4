import type { SportSummary } from '@trailpass/shared'
import { describe, expect, it, vi } from 'vitest'
import { draw, find, get, press, text } from '../../../test/draw'
import { inSituation, week } from '../../../test/services'
import { SportToday } from './sport-today'
import { SportWeek } from './sport-week'

vi.mock('../../bootstrap', () => import('../../../test/services'))

const openHistory = vi.fn()

function show(summary: SportSummary | null) {
  inSituation({ sport: { loaded: { 'alice 7d': { value: summary, fault: null } } } })
  draw(
    <>
      <SportToday personId="alice" onOpenHistory={openHistory} />
      <SportWeek personId="alice" onOpenHistory={vi.fn()} />
    </>,
  )
}

const withToday = (changes: Partial<SportSummary['days'][number]>): SportSummary => ({
  ...week,
  days: week.days.map((day, at) => (at === 6 ? { ...day, ...changes } : day)),
})
const filled = () => get('sport-ring').style.getPropertyValue('--filled')
const label = (of: Element | null) => of?.getAttribute('aria-label')

describe('the ring of today', () => {
  it('is filled as far as the goal is reached, and says so', () => {
    show(week)
    expect(filled()).toBe('0.640')
    expect(label(get('sport-ring'))).toBe('今天 3.2 公里，目标 5.0 公里')
  })

  it('stays full beyond the goal', () => {
    show(withToday({ distanceMeters: 6400 }))
    expect(filled()).toBe('1.000')
    expect(text('sport-goal')).toBe('今天的目标完成了')
  })

  it('tells nobody that nothing is left when a little is', () => {
    show(withToday({ distanceMeters: 4990 }))
    expect(text('sport-goal')).toBe('离今天的目标还差 0.1 公里')
  })

  it('does not show a short ride as none', () => {
    show(withToday({ distanceMeters: 42 }))
    expect(text('sport-ring')).toBe('0.04公里')
    expect(label(get('sport-ring'))).toBe('今天 0.04 公里，目标 5.0 公里')
  })

  it('names the way on when there is no ride yet', () => {
    show(withToday({ distanceMeters: 0 }))
    expect(filled()).toBe('0.000')
    expect(text('sport-goal')).toBe('今天还没有骑行，扫车上的码就能开始')
  })
})

describe('the steps of today', () => {
  it('stand in the head of the card once the platform has told them, and lead to those of other days', async () => {
    show(withToday({ steps: 6412 }))
    expect(text('open-steps')).toBe('6,412 步')
    await press('open-steps')
    expect(openHistory).toHaveBeenCalledOnce()
  })

  it.each([
    ['nothing is known', null],
    ['the platform told of other days only', { ...week, totals: { ...week.totals, steps: 9000 } }],
  ])('are no line at all where %s', (_why, summary) => {
    show(summary)
    expect(find('open-steps')).toBeNull()
  })
})

describe('the bars of the week', () => {
  const bars = () => [...document.querySelectorAll<HTMLElement>('#sport-week .bar')].map(({ style }) => style.height)

  it('stand against the best day, today last', () => {
    show(week)
    expect(bars()).toEqual(['40%', '0%', '88%', '23%', '100%', '0%', '62%'])
    expect(text('sport-week')).toContain('4.6周三')
    expect(text('sport-week')).toMatch(/3\.2今天$/)
  })

  it('can be read as text', () => {
    show(week)
    expect(label(document.querySelector('#sport-week [role=img]'))).toBe(
      '近 7 天, 周一 2.1 公里, 周二 0 公里, 周三 4.6 公里, 周四 1.2 公里, 周五 5.2 公里, 周六 0 公里, 今天 3.2 公里',
    )
  })

  it('keep their place before anything is known', () => {
    show(null)
    expect(bars()).toEqual(Array(7).fill('0%'))
  })
})
