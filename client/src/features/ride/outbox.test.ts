import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { createMemoryStorage } from '../../../test/phone'
import { createOutbox } from './outbox'

const online = async () => true
const senderOf = () => 'u1'

it('delivers in order what was added, and forgets it', async () => {
  const storage = createMemoryStorage()
  const heard: string[] = []
  const outbox = createOutbox({ storage, senderOf, deliver: async (letter) => heard.push(letter) > 0 })
  for (const letter of ['a', 'b', 'a', 'c']) outbox.add(letter, 'u1')
  await Promise.all([outbox.drain(), outbox.drain()])
  expect(heard).toEqual(['a', 'b', 'c'])
  expect(outbox.isEmpty()).toBe(true)
  expect(storage.texts.size).toBe(0)
})

it('keeps everything behind a letter that has to wait', async () => {
  let isOnline = false
  const outbox = createOutbox({ storage: createMemoryStorage(), senderOf, deliver: async () => isOnline })
  outbox.add('a', 'u1')
  outbox.add('b', 'u1')
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
    senderOf,
    deliver: async (letter) => {
      if (letter === 'a') outbox.add('b', 'u1')
      return heard.push(letter) > 0
    },
  })
  outbox.add('a', 'u1')
  await outbox.drain()
  expect(heard).toEqual(['a', 'b'])
})

it('delivers each letter while its own sender is there', async () => {
  const storage = createMemoryStorage()
  let sender: string | null = 'u2'
  const heard: string[] = []
  const open = () =>
    createOutbox({ storage, senderOf: () => sender, deliver: async (letter) => heard.push(`${sender} ${letter}`) > 0 })
  open().add('a', 'u1')
  open().add('b', 'u2')
  await open().drain()
  expect([heard, open().isEmpty(), open().has('a')]).toEqual([['u2 b'], true, false])
  sender = null
  await open().drain()
  sender = 'u1'
  expect([open().isEmpty(), open().has('a')]).toEqual([false, true])
  await open().drain()
  expect(heard).toEqual(['u2 b', 'u1 a'])
  expect(storage.texts.size).toBe(0)
})

it('stays within its capacity: the oldest makes room', () => {
  const storage = createMemoryStorage()
  const outbox = createOutbox({ storage, senderOf, deliver: online, capacity: 2 })
  for (const letter of ['a', 'b', 'c']) outbox.add(letter, 'u1')
  expect(['a', 'b', 'c'].map(outbox.has)).toEqual([false, true, true])
  expect(['a', 'b', 'c'].map(createOutbox({ storage, senderOf, deliver: online }).has)).toEqual([false, true, true])
})

it('begins empty when the storage is damaged', () => {
  const storage = createMemoryStorage()
  storage.write('trailpass.outbox', '{"version":1,"value":"a')
  expect(createOutbox({ storage, senderOf, deliver: online }).isEmpty()).toBe(true)
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
          const outbox = createOutbox({
            storage: dying,
            senderOf,
            deliver: async (letter) => !isDead() && deliver(letter),
          })
          while (added < letters.length && !isDead()) {
            const letter = letters[added] ?? ''
            outbox.add(letter, 'u1')
            added += 1
            await outbox.drain()
          }
        }
        const kept = new Set(letters.slice(0, added))
        const last = createOutbox({ storage: disk, senderOf, deliver: async (letter) => heard.push(letter) > 0 })
        await last.drain()
        expect([...new Set(heard)]).toEqual([...kept])
      },
    ),
  )
})
