import { afterEach, expect, it } from 'vitest'
import { readEntry } from './index.h5'

afterEach(() => window.history.replaceState(null, '', '/'))

it.each([
  ['/?scene=1A%2BB', { kind: 'scan', deviceCode: '1A+B' }],
  ['/?q=https%3A%2F%2Ftrail.example%2Fd%2F1AB#/pages/home/index', { kind: 'scan', deviceCode: '1AB' }],
  ['/#/pages/home/index?skipType=0001', { kind: 'direct', skipType: '0001' }],
  ['/?scene=1AB#/pages/home/index?skipType=0001', { kind: 'scan', deviceCode: '1AB', skipType: '0001' }],
  ['/#/pages/home/index?entry=share', { kind: 'share' }],
  ['/#/pages/home/index', { kind: 'direct' }],
])('reads %s', (address, entry) => {
  window.history.replaceState(null, '', address)
  expect(readEntry({})).toEqual(entry)
})

it.each([
  ['/app/?a=1&scene=1AB#/pages/home/index?skipType=0001', '/app/?a=1&entry=scan#/pages/home/index?skipType=0001'],
  ['/#/pages/home/index?q=https%3A%2F%2Ftrail.example%2Fd%2F1AB', '/#/pages/home/index?entry=scan'],
  ['/?entry=share&scene=1AB', '/?entry=share&entry=share'],
])('takes the code of %s off the address, and knows how the person came all the same', (address, left) => {
  window.history.replaceState({ key: 'of the router' }, '', address)
  const { deviceCode, ...entry } = readEntry({})
  expect(deviceCode).toBe('1AB')
  const { pathname, search, hash } = window.location
  expect(pathname + search + hash).toBe(left)
  expect(window.history.state).toEqual({ key: 'of the router' })
  expect(readEntry({})).toEqual(entry)
})
