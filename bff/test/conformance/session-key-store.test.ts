import { expect, it } from 'vitest'
import type { SealedSessionKey } from '../../src/domain/session-key.ts'
import { forEachStorage } from '../support/for-each-storage.ts'

const at = (epoch: number) => new Date(Date.UTC(2026, 10, 1) + epoch * 1000)
const owner = (appId = 'wx1') => ({ personId: 'p1', platform: 'weapp', appId })
const key = (epoch: number, changes: Partial<SealedSessionKey> = {}): SealedSessionKey => ({
  ...owner(),
  firstEpoch: epoch,
  lastEpoch: epoch,
  sealed: `sealed-${epoch}`,
  createdAt: at(epoch),
  usedAt: at(epoch),
  replacedAt: null,
  ...changes,
})

forEachStorage('SessionKeyStore', (stores) => {
  const write: ReturnType<typeof stores>['store']['write'] = (unit) => stores().store.write(unit)
  const list = (appId?: string) => write(() => stores().sessionKeys.list(owner(appId)))
  async function insert(...keys: SealedSessionKey[]): Promise<void> {
    await write(() => stores().people.insert({ id: 'p1', createdAt: at(0) }))
    for (const each of keys) await write(() => stores().sessionKeys.insert(each))
  }

  it('keeps the current key and the one it replaced, and when that was', async () => {
    await insert(key(1), key(2), key(5))
    expect(await list()).toEqual([key(5), key(2, { replacedAt: at(5) })])
  })

  it('keeps the apps of a person apart', async () => {
    await insert(key(1), key(7, { appId: 'wx2' }), key(8, { appId: 'wx2' }))
    expect(await list()).toEqual([key(1)])
    expect(await list('wx2')).toHaveLength(2)
  })

  it('lets a key answer for more logins, and nothing else of it change', async () => {
    await insert(key(1), key(2))
    await write(() => stores().sessionKeys.touch(key(2), { lastEpoch: 4, at: at(9) }))
    await write(() => stores().sessionKeys.touch(key(2), { at: at(10) }))
    expect(await list()).toEqual([key(2, { lastEpoch: 4, usedAt: at(10) }), key(1, { replacedAt: at(2) })])
  })

  it('removes what nobody used, and what was replaced', async () => {
    await insert(key(1), key(5), key(3, { appId: 'wx2' }))
    await write(() => stores().sessionKeys.removeStale({ usedBefore: at(2), replacedBefore: at(0) }))
    expect(await list()).toEqual([key(5)])
    await write(() => stores().sessionKeys.insert(key(9)))
    await write(() => stores().sessionKeys.removeStale({ usedBefore: at(4), replacedBefore: at(10) }))
    expect(await list()).toEqual([key(9)])
    expect(await list('wx2')).toEqual([])
  })

  it('removes all keys of an owner, and of nobody else', async () => {
    await insert(key(1), key(2), key(3, { appId: 'wx2' }))
    await write(() => stores().sessionKeys.removeOfOwner(owner()))
    expect(await list()).toEqual([])
    expect(await list('wx2')).toHaveLength(1)
  })

  it('goes with its person', async () => {
    await insert(key(1))
    await write(() => stores().people.remove('p1'))
    expect(await list()).toEqual([])
  })
})
