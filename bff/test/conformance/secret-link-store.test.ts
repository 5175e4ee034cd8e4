import { expect, it } from 'vitest'
import { forEachStorage } from '../support/for-each-storage.ts'

const at = (second: number) => new Date(Date.UTC(2026, 10, 1) + second * 1000)
const link = { linkHash: 'l1', appRowId: 'a', createdAt: at(0), expiresAt: at(60) }
const receipt = {
  receiptHash: 'r1',
  linkHash: 'l1',
  appRowId: 'a',
  version: 2,
  fingerprint: 'f',
  createdAt: at(1),
  withdrawnAt: null,
}

forEachStorage('SecretLinkStore', (stores) => {
  const write: ReturnType<typeof stores>['store']['write'] = (unit) => stores().store.write(unit)
  const links = () => stores().secretLinks
  async function keepApp() {
    const app = { id: 'a', platform: 'weapp', appId: 'wx1', label: 'Lakeside', state: 'active' } as const
    await write(() => stores().registeredApps.insert({ ...app, secretVersion: 0, createdAt: at(0) }))
    await write(() => links().insert(link))
  }
  const find = (hash: string, second: number) => write(() => links().find(hash, at(second)))

  it('finds a link until it expires', async () => {
    await keepApp()
    expect(await find('l1', 59)).toEqual(link)
    expect(await find('l1', 60)).toBeUndefined()
    expect(await find('l2', 0)).toBeUndefined()
    await write(() => links().removeExpired(at(60)))
    expect(await find('l1', 0)).toBeUndefined()
  })

  it('is claimed by one of any number of callers, and not after its time', async () => {
    await keepApp()
    expect(await write(() => links().claim('l1', at(60)))).toBe(false)
    const claims = await Promise.all(Array.from({ length: 20 }, () => write(() => links().claim('l1', at(1)))))
    expect(claims.filter(Boolean)).toHaveLength(1)
    expect(await find('l1', 1)).toBeUndefined()
  })

  it('has so many tries and no more, of any number that come at once', async () => {
    await keepApp()
    expect(await write(() => links().takeTry('l1', at(60), 3))).toBe(false)
    const tries = await Promise.all(Array.from({ length: 20 }, () => write(() => links().takeTry('l1', at(1), 3))))
    expect(tries.filter(Boolean)).toHaveLength(3)
  })

  it('keeps one receipt for a link, and when it was used', async () => {
    await keepApp()
    const findReceipt = (hash: string) => write(() => links().findReceipt(hash))
    await write(() => links().insertReceipt(receipt))
    await expect(write(() => links().insertReceipt({ ...receipt, receiptHash: 'r2' }))).rejects.toThrow()
    expect(await findReceipt('r1')).toEqual(receipt)
    expect(await findReceipt('r2')).toBeUndefined()
    await write(() => links().markWithdrawn('r1', at(9)))
    expect(await findReceipt('r1')).toEqual({ ...receipt, withdrawnAt: at(9) })
  })
})
