import { describe, expect, it } from 'vitest'
import { dayOf, daysUntil, defaultTimeZone, findTimeZone, mondayOf, startOfDay } from './day.ts'

it('begins a day at midnight, each time zone at its own', () => {
  const inShanghai = (instant: string) => dayOf(new Date(instant), defaultTimeZone)
  expect(inShanghai('2026-11-21T15:59:59.999Z')).toBe('2026-11-21')
  expect(inShanghai('2026-11-21T16:00:00Z')).toBe('2026-11-22')
  expect(inShanghai('2026-12-31T16:00:00Z')).toBe('2027-01-01')
  expect(dayOf(new Date('2026-11-21T16:00:00Z'), 'America/New_York')).toBe('2026-11-21')
})

describe('the start of a day', () => {
  it.each([
    ['Asia/Shanghai', '2026-11-21T16:00:00.000Z', '2026-11-21T16:00:00.000Z'],
    ['Asia/Shanghai', '2026-11-22T15:59:59.999Z', '2026-11-21T16:00:00.000Z'],
    // Clocks go back an hour at 02:00, so that the day has 25.
    ['America/New_York', '2026-11-02T04:30:00.000Z', '2026-11-01T04:00:00.000Z'],
    // Clocks go forward at midnight: the day begins at 01:00.
    ['Africa/Cairo', '2026-04-24T12:00:00.000Z', '2026-04-23T22:00:00.000Z'],
    ['Asia/Kathmandu', '2026-11-22T00:00:00.000Z', '2026-11-21T18:15:00.000Z'],
  ])('in %s at %s was %s', (timeZone, now, start) => {
    expect(startOfDay(new Date(now), timeZone).toISOString()).toBe(start)
  })
})

it('knows time zones by their names, in any case, and nothing else', () => {
  expect(findTimeZone('Asia/Shanghai')).toBe('Asia/Shanghai')
  expect(findTimeZone('europe/berlin')).toBe('Europe/Berlin')
  for (const name of ['', 'Asia/Nowhere', '+08:00', 'Beijing time']) expect(findTimeZone(name)).toBeUndefined()
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
