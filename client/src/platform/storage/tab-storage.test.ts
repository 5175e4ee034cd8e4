import { afterEach, expect, it, vi } from 'vitest'
import { tabStorage } from './tab-storage'

afterEach(() => vi.unstubAllGlobals())

it('keeps a text for the tab', () => {
  tabStorage.write('key', 'text')
  expect(tabStorage.read('key')).toBe('text')
  tabStorage.remove('key')
  expect(tabStorage.read('key')).toBeUndefined()
})

it('keeps nothing, and never throws, where the browser forbids it', () => {
  vi.spyOn(window, 'sessionStorage', 'get').mockImplementation(() => {
    throw new DOMException('forbidden', 'SecurityError')
  })
  tabStorage.write('key', 'text')
  expect(tabStorage.read('key')).toBeUndefined()
  tabStorage.remove('key')
  vi.restoreAllMocks()
})
