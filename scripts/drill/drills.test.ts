import { existsSync } from 'node:fs'
import { expect, it } from 'vitest'
import { inRepository } from '../lib/repository.ts'
import { chooseDrills, drillEnv, drillLine, drills } from './drills.ts'

const drill = { promise: 7, subject: 'keys', file: 'keys.test.ts', figures: { forgeries: 1_000_000, keys: 3 } }

it('chooses all drills, some, or none', () => {
  expect(chooseDrills(undefined)).toBe(drills)
  expect(chooseDrills('28')?.map(({ promise }) => promise)).toEqual([28])
  expect(chooseDrills('28,4')?.map(({ promise }) => promise)).toEqual([28, 4])
  expect(chooseDrills('28,0')).toBeUndefined()
})

it('finds the test of every drill', () => {
  for (const { file } of drills)
    expect({ file, exists: existsSync(inRepository(file)) }).toEqual({ file, exists: true })
})

it('hands figures on, and says in the end what they were', () => {
  expect(drillEnv(drill)).toEqual({ DRILL_FORGERIES: '1000000', DRILL_KEYS: '3' })
  expect(drillLine(drill, true, '2.0 s')).toBe('promise 7, keys: kept at 1,000,000 forgeries, 3 keys (2.0 s)')
  expect(drillLine(drill, false, '2.0 s')).toContain('NOT KEPT')
})
