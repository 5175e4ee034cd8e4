import { expect, it } from 'vitest'
import { choose, measurements } from './measurements.ts'

const stores = { databaseUrl: 'postgres://127.0.0.1/test', redisUrl: 'redis://127.0.0.1' }
const namesOf = (only: string | undefined, withStores = true) =>
  choose(measurements({ stores: withStores ? stores : undefined, rounds: 1, requests: 1, latencies: [0] }), only).map(
    ({ name }) => name,
  )

it('chooses by prefixes, and what a longer prefix is about', () => {
  expect(namesOf('login.embedded,userinfo')).toEqual(
    expect.arrayContaining(['login.embedded', 'userinfo.embedded', 'userinfo.scaled']),
  )
  expect(namesOf('login.embedded')).toEqual(['login.embedded'])
  expect(namesOf('login.embedded.20ms')).toEqual(['login.embedded'])
  expect(namesOf('nothing')).toEqual([])
})

it('leaves out what needs stores that are not there', () => {
  expect(namesOf(undefined, false).filter((name) => name.includes('scaled'))).toEqual([])
  expect(namesOf(undefined)).toContain('login.scaled')
})
