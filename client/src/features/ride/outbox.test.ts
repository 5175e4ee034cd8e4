import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { createMemoryStorage } from '../../../test/phone'
import { createOutbox } from './outbox'

const online = async () => true

it('delivers in order what was added, and forgets it', async () => {
  const storage = createMemoryStorage()
  const heard: string[] = []
  const outbox = createOutbox({ storage, deliver: async (letter) => heard.push(letter) > 0 })
  for (const letter of ['a', 'b', 'a', 'c']) outbox.add(letter)
  await Promise.all([outbox.drain(), outbox.drain()])
  expect(heard).toEqual(['a', 'b', 'c'])
  expect(outbox.isEmpty()).toBe(true)
  expect(storage.texts.size).toBe(0)
})

it('keeps everything behind a letter that has to wait', async () => {
  let isOnline = false
  const outbox = createOutbox({ storage: createMemoryStorage(), deliver: async () => isOnline })
  outbox.add('a')
  outbox.add('b')
  await outbox.drain()
  expect([outbox.has('a'), outbox.has('b')]).toEqual([true, true])
  isOnline = true
  await outbox.drain()
  expect(outbox.isEmpty()).toBe(true)
})

it('takes along what is added while it delivers', async () => {
  const heard: string[] = []
  const outbox = createOutbox({
    storage: createMemoryStorage(),
    deliver: async (letter) => {
      if (letter === 'a') outbox.add('b')
      return heard.push(letter) > 0
    },
  })
  outbox.add('a')
  await outbox.drain()
  expect(heard).toEqual(['a', 'b'])
})

it('stays within its capacity: the oldest makes room', () => {
  const storage = createMemoryStorage()
  const outbox = createOutbox({ storage, deliver: online, capacity: 2 })
  for (const letter of ['a', 'b', 'c']) outbox.add(letter)
  expect(['a', 'b', 'c'].map(outbox.has)).toEqual([false, true, true])
  expect(['a', 'b', 'c'].map(createOutbox({ storage, deliver: online }).has)).toEqual([false, true, true])
})

it('begins empty when the storage is damaged', () => {
  const storage = createMemoryStorage()
  storage.write('trailpass.outbox', '{"version":1,"value":"a')
  expect(createOutbox({ storage, deliver: online }).isEmpty()).toBe(true)
})

it('loses nothing, and keeps the order of first arrivals, wherever the phone dies between two writes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 }),
      fc.array(fc.nat({ max: 12 }), { maxLength: 4 }),
      fc.infiniteStream(fc.boolean()),
      async (letters, lives, isOnline) => {
        const disk = createMemoryStorage()
        const heard: string[] = []
        const deliver = async (letter: string) => {
          const { value } = isOnline.next()
          if (value) heard.push(letter)
          return value
        }
        let added = 0
        for (const writesToLive of lives) {
          // A dead phone writes nothing; what it would still have sent is an answer it never saw.
          let writes = 0
          const isDead = () => writes >= writesToLive
          const write = (act: () => void) => {
            if (!isDead()) act()
            writes += 1
          }
          const dying = {
            read: disk.read,
            write: (key: string, text: string) => write(() => disk.write(key, text)),
            remove: (key: string) => write(() => disk.remove(key)),
          }
          const outbox = createOutbox({ storage: dying, deliver: async (letter) => !isDead() && deliver(letter) })
          while (added < letters.length && !isDead()) {
            const letter = letters[added] ?? ''
            outbox.add(letter)
            added += 1
            await outbox.drain()
          }
        }
        const kept = new Set(letters.slice(0, added))
        const last = createOutbox({ storage: disk, deliver: async (letter) => heard.push(letter) > 0 })
        await last.drain()
        expect([...new Set(heard)]).toEqual([...kept])
      },
    ),
  )
})
