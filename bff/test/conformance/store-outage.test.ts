import { expect, it } from 'vitest'
import { storages } from '../support/storages.ts'
import { withStorage } from '../support/with-storage.ts'

it.each(storages)('a store that does not answer is unavailable, and well again once it does, on $name', (kind) =>
  withStorage(kind, async (storage) => {
    const { store, people } = await storage.open()
    const add = (id: string) => store.write(() => people.insert({ id, createdAt: new Date() }))
    await add('before')

    const mend = await storage.interrupt()
    await expect(add('meanwhile')).rejects.toMatchObject({
      code: 'storage.unavailable',
      options: { retryAfterMs: expect.any(Number) },
    })
    await mend()

    await add('after')
    expect(await store.read(() => people.find('before'))).toBeDefined()
    expect(await store.read(() => people.find('meanwhile'))).toBeUndefined()
    await store.close()
  }),
)
