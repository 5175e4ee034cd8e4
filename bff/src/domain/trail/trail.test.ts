import { expect, it } from 'vitest'
import { defaultTimeZone } from '../day.ts'
import { commonTimeZone } from './trail.ts'

const trails = (...zones: string[]) => zones.map((timeZone) => ({ timeZone }))

it('counts the days of all trails where most of them lie, of equals where the first does', () => {
  expect(commonTimeZone([])).toBe(defaultTimeZone)
  expect(commonTimeZone(trails('Asia/Tokyo', 'Asia/Shanghai', 'Asia/Shanghai'))).toBe('Asia/Shanghai')
  expect(commonTimeZone(trails('Asia/Tokyo', 'Asia/Shanghai'))).toBe('Asia/Tokyo')
})
