import { expect, it, vi } from 'vitest'
import { createShortQueue } from './short-queue.ts'

it('does one thing at a time, in the order of asking, and refuses who is one too many', async () => {
  const queue = createShortQueue({ mostWaiting: 2, longestWaitMs: 60_000, refuse: () => new Error('full') })
  const ends: (() => void)[] = []
  const begun: number[] = []
  const ask = (name: number) =>
    queue(() => {
      begun.push(name)
      return new Promise<number>((resolve) => ends.push(() => resolve(name)))
    })
  const asked = [ask(1), ask(2), ask(3)]
  await expect(ask(4)).rejects.toThrow('full')
  for (const [index, each] of asked.entries()) {
    await expect.poll(() => begun).toHaveLength(index + 1)
    ends[index]?.()
    expect(await each).toBe(index + 1)
  }
  expect(begun).toEqual([1, 2, 3])
})

it('goes on after a failure, and has room again', async () => {
  const queue = createShortQueue({ mostWaiting: 0, longestWaitMs: 60_000, refuse: () => new Error('full') })
  await expect(queue(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(await queue(async () => 'done')).toBe('done')
})

it('does not begin what has waited too long', async () => {
  const queue = createShortQueue({ mostWaiting: 2, longestWaitMs: 20, refuse: () => new Error('late') })
  const slow = queue(() => new Promise((resolve) => setTimeout(resolve, 50, 'slow')))
  const begin = vi.fn(async () => 'late')
  await expect(queue(begin)).rejects.toThrow('late')
  expect(begin).not.toHaveBeenCalled()
  expect(await slow).toBe('slow')
  expect(await queue(async () => 'next')).toBe('next')
})
