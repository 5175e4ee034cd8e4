import { expect, it } from 'vitest'
import { dayOf, daysUntil, mondayOf } from './day.ts'

it('begins a day at midnight in Shanghai', () => {
  expect(dayOf(new Date('2026-11-21T15:59:59.999Z'))).toBe('2026-11-21')
  expect(dayOf(new Date('2026-11-21T16:00:00Z'))).toBe('2026-11-22')
  expect(dayOf(new Date('2026-12-31T16:00:00Z'))).toBe('2027-01-01')
})

it('counts days up to the last, oldest first, over months and leap days', () => {
  expect(daysUntil('2026-11-22', 1)).toEqual(['2026-11-22'])
  expect(daysUntil('2028-03-01', 3)).toEqual(['2028-02-28', '2028-02-29', '2028-03-01'])
  expect(daysUntil('2027-01-01', 31)).toHaveLength(31)
  expect(daysUntil('2027-01-01', 31)[0]).toBe('2026-12-02')
})

it('leads every day of a week to its Monday', () => {
  for (const day of daysUntil('2026-11-22', 7)) expect(mondayOf(day)).toBe('2026-11-16')
  expect(mondayOf('2026-11-23')).toBe('2026-11-23')
  expect(mondayOf('2027-01-01')).toBe('2026-12-28')
})
