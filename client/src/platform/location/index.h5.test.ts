import { afterEach, expect, it, vi } from 'vitest'
import { positioning } from './index.h5'

afterEach(() => vi.unstubAllGlobals())

type Found = (position: { coords: { latitude: number; longitude: number } }) => void
type Failed = (failure: { code: number }) => void

const inBrowser = (getCurrentPosition: (found: Found, failed: Failed) => void, state = 'prompt') =>
  vi.stubGlobal('navigator', { geolocation: { getCurrentPosition }, permissions: { query: async () => ({ state }) } })

it('calls what a browser finds a rough place', async () => {
  inBrowser((found) => found({ coords: { latitude: 30.2, longitude: 120.1 } }))
  expect(await positioning.locate()).toEqual({ kind: 'fuzzy', latitude: 30.2, longitude: 120.1 })
})

it.each([
  [1, 'denied'],
  [2, 'unavailable'],
  [3, 'unavailable'],
])('takes the failure %i for %s', async (code, kind) => {
  inBrowser((_found, failed) => failed({ code }))
  expect(await positioning.locate()).toEqual({ kind })
})

it('is unavailable in a browser without positioning, and granted nowhere', async () => {
  vi.stubGlobal('navigator', {})
  expect(await positioning.locate()).toEqual({ kind: 'unavailable' })
  expect(await positioning.isGranted()).toBe(false)
})

it.each([
  ['granted', true],
  ['prompt', false],
  ['denied', false],
])('asks nobody only where the browser says %s', async (state, isGranted) => {
  inBrowser(() => {}, state)
  expect(await positioning.isGranted()).toBe(isGranted)
})
