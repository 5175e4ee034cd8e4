import { afterEach, expect, it, vi } from 'vitest'
import { randomId } from './index.tt'
import { patienceMs } from './types'

type Options = Parameters<NonNullable<typeof tt.getRandomValues>>[0]

const shape = /^[\w-]{32}$/

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

it('takes the bytes that Douyin gives', async () => {
  const getRandomValues = ({ length, success }: Options) =>
    success({ randomValues: new Uint8Array(length).fill(255).buffer })
  vi.stubGlobal('tt', { getRandomValues })
  expect(await randomId()).toBe('_'.repeat(32))
})

it.each([
  ['has no such source', {}],
  ['fails to give any', { getRandomValues: ({ fail }: Options) => fail({ errMsg: 'getRandomValues:fail' }) }],
])('makes an id of its own where Douyin %s', async (_, phone) => {
  vi.stubGlobal('tt', phone)
  const [first, second] = [await randomId(), await randomId()]
  expect(first).toMatch(shape)
  expect(second).not.toBe(first)
})

it('makes an id of its own where Douyin never calls back', async () => {
  vi.useFakeTimers()
  vi.stubGlobal('tt', { getRandomValues: () => {} })
  const id = randomId()
  await vi.advanceTimersByTimeAsync(patienceMs)
  expect(await id).toMatch(shape)
})
