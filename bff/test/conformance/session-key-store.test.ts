import { expect, it } from 'vitest'
import { forEachStorage } from '../support/for-each-storage.ts'

const at = (epoch: number) => new Date(Date.UTC(2026, 10, 1) + epoch * 1000)
const key = (epoch: number, appId = 'wx1') => ({
  personId: 'p1',
  platform: 'weapp',
  appId,
  epoch,
  sealed: `sealed-${epoch}`,
  createdAt: at(epoch),
})

forEachStorage('SessionKeyStore', (stores) => {
  const write: ReturnType<typeof stores>['store']['write'] = (unit) => stores().store.write(unit)
  const list = (appId = 'wx1') => write(() => stores().sessionKeys.list('p1', 'weapp', appId))
  async function insert(...keys: ReturnType<typeof key>[]): Promise<void> {
    await write(() => stores().people.insert({ id: 'p1', createdAt: at(0) }))
    for (const each of keys) await write(() => stores().sessionKeys.insert(each))
  }

  it('keeps the current key and the one before it, newest first', async () => {
    await insert(key(1), key(2), key(3), key(4))
    expect(await list()).toEqual([key(4), key(3)])
  })

  it('keeps the apps of a person apart', async () => {
    await insert(key(1), key(7, 'wx2'), key(8, 'wx2'))
    expect(await list()).toEqual([key(1)])
    expect(await list('wx2')).toEqual([key(8, 'wx2'), key(7, 'wx2')])
  })

  it('removes what is stale', async () => {
    await insert(key(1), key(2))
    await write(() => stores().sessionKeys.removeOlderThan(at(2)))
    expect(await list()).toEqual([key(2)])
  })

  it('goes with its person', async () => {
    await insert(key(1))
    await write(() => stores().people.remove('p1'))
    expect(await list()).toEqual([])
  })
})
