import { expect, it } from 'vitest'
import { createHeardCache } from './heard-cache.ts'

interface Value {
  key: string
  person: string
}

function open({ mostKept = 3 } = {}) {
  const reads: string[] = []
  const cache = createHeardCache<Value>({
    read: async (key) => {
      reads.push(key)
      return { key, person: `person of ${key[0]}` }
    },
    personOf: ({ person }) => person,
    keeps: () => true,
    isHeard: () => true,
    clock: { now: () => new Date(0) },
    mostKept,
  })
  return {
    cache,
    /** Which of the keys had to be read. */
    async readOf(...keys: string[]): Promise<string[]> {
      reads.length = 0
      for (const key of keys) await cache.find(key)
      return [...reads]
    },
  }
}

it('keeps so many at most, and lets go of the one that was read first', async () => {
  const { readOf } = open()
  expect(await readOf('a', 'b', 'c')).toEqual(['a', 'b', 'c'])
  expect(await readOf('a', 'b', 'c')).toEqual([])
  expect(await readOf('d')).toEqual(['d'])
  expect(await readOf('b', 'c', 'd')).toEqual([])
  expect(await readOf('a')).toEqual(['a'])
})

it('forgets all that belongs to a person, and nothing of others', async () => {
  const { cache, readOf } = open({ mostKept: 9 })
  await readOf('a1', 'a2', 'b1')
  cache.forget(['person of a'])
  expect(await readOf('a1', 'a2', 'b1')).toEqual(['a1', 'a2'])
  cache.forget(['a2'])
  expect(await readOf('a1', 'a2', 'b1')).toEqual(['a2'])
  cache.forget(['person of a'])
  expect(await readOf('a1', 'a2', 'b1')).toEqual(['a1', 'a2'])
})
