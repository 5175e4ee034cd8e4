import { expect, it } from 'vitest'
import { standingPeriod } from './standing.ts'

it('names a period so that days, weeks and all time never meet', () => {
  expect(standingPeriod('today', '2026-11-16')).toBe('day 2026-11-16')
  expect(standingPeriod('week', '2026-11-16')).toBe('week 2026-11-16')
  expect(standingPeriod('week', '2026-11-22')).toBe('week 2026-11-16')
  expect(standingPeriod('all', '2026-11-22')).toBe(standingPeriod('all', '2031-01-01'))
})
