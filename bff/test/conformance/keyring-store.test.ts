import { expect, it } from 'vitest'
import { forEachStorage } from '../support/for-each-storage.ts'

const key = (id: string, purpose: string) => ({ id, purpose, wrapped: `wrapped-${id}`, createdAt: new Date(1000) })

forEachStorage('KeyringStore', (stores) => {
  const insert = (id: string, purpose: string) =>
    stores().store.write(() => stores().keyring.insertIfAbsent(key(id, purpose)))
  const list = () => stores().store.read(() => stores().keyring.list())

  it('lists what was inserted', async () => {
    expect(await list()).toEqual([])
    await insert('k1', 'ledger')
    await insert('k2', 'token-pepper')
    expect(await list()).toEqual(expect.arrayContaining([key('k1', 'ledger'), key('k2', 'token-pepper')]))
  })

  it('wraps a key anew, unless somebody else did', async () => {
    await insert('k1', 'ledger')
    await insert('k2', 'vault')
    const rewrap = (from: string, to: string) =>
      stores().store.write(() => stores().keyring.rewrap({ ...key('k1', 'ledger'), wrapped: from }, to))
    expect(await rewrap('wrapped-k1', 'anew')).toBe(true)
    expect(await rewrap('wrapped-k1', 'otherwise')).toBe(false)
    const wrapped = (await list()).map((listed) => listed.wrapped)
    expect(wrapped.sort()).toEqual(['anew', 'wrapped-k2'])
  })

  it('keeps one key per purpose, the first, of any number that come at once', async () => {
    await insert('k1', 'ledger')
    await insert('k2', 'ledger')
    await Promise.all(Array.from({ length: 10 }, (_, index) => insert(`p${index}`, 'token-pepper')))
    const kept = await list()
    expect(kept).toHaveLength(2)
    expect(kept).toContainEqual(key('k1', 'ledger'))
  })
})
