import { expect, it } from 'vitest'
import { readScanned } from './read-scanned'

it.each([
  ['a printed link', { result: 'https://trail.example/d/1AB-x' }, '1AB-x'],
  ['a printed link in escapes', { result: 'https://trail.example/d/1AB%2Fx' }, '1AB/x'],
  ['a mini-program code', { path: 'pages/home/index?scene=1AB%2Fx', result: '' }, '1AB/x'],
  ['a mini-program code beside other parameters', { path: 'pages/home/index?a=1&scene=1AB', result: '*' }, '1AB'],
])('reads the bike off %s', (_what, scanned, deviceCode) => {
  expect(readScanned(scanned)).toEqual({ kind: 'scan', deviceCode })
})

it.each([
  ['a shop', { result: '6901234567892' }],
  ['another page of this app', { path: 'pages/home/index' }],
  ['nothing', {}],
])('finds no bike on the code of %s', (_what, scanned) => {
  expect(readScanned(scanned)).toEqual({ kind: 'scan' })
})
