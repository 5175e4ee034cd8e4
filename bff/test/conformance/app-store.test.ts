import { expect, it } from 'vitest'
import type { AppRecord } from '../../src/domain/registered-app.ts'
import { forEachStorage } from '../support/for-each-storage.ts'

const at = (second: number) => new Date(Date.UTC(2026, 10, 1) + second * 1000)
const app = (id: string, fields: Partial<AppRecord> = {}): AppRecord => ({
  id,
  platform: 'weapp',
  appId: `wx-${id}`,
  label: 'Lakeside',
  state: 'active',
  secretVersion: 0,
  createdAt: at(0),
  ...fields,
})
const secret = (appRowId: string, version: number, goodUntil: Date | null = null) => ({
  appRowId,
  version,
  sealed: `sealed-${appRowId}-${version}`,
  fingerprint: `f${version}`,
  createdAt: at(version),
  goodUntil,
})

forEachStorage('AppStore', (stores) => {
  const write: ReturnType<typeof stores>['store']['write'] = (unit) => stores().store.write(unit)
  const apps = () => stores().registeredApps
  const insert = (record: AppRecord) => write(() => apps().insert(record))
  const list = () => write(() => apps().list())
  const listSecrets = () => write(() => apps().listSecrets())

  it('lists apps, the oldest first', async () => {
    expect(await list()).toEqual([])
    await insert(app('b', { createdAt: at(1) }))
    await insert(app('a', { createdAt: at(2), platform: 'alipay' }))
    expect((await list()).map(({ id }) => id)).toEqual(['b', 'a'])
    expect(await write(() => apps().lock({ platform: 'alipay', appId: 'wx-a' }))).toEqual(
      app('a', { createdAt: at(2), platform: 'alipay' }),
    )
    expect(await write(() => apps().lock({ platform: 'weapp', appId: 'wx-a' }))).toBeUndefined()
  })

  it('keeps one app per platform and AppID, of any number that come at once', async () => {
    const ids = Array.from({ length: 10 }, (_, index) => `p${index}`)
    const kept = await Promise.all(ids.map((id) => insert(app(id, { appId: 'wx1' }))))
    expect(kept.filter(Boolean)).toHaveLength(1)
    expect(await list()).toHaveLength(1)
    expect(await insert(app('h', { appId: 'wx1', platform: 'h5' }))).toBe(true)
  })

  it('changes label, state and newest version', async () => {
    await insert(app('a'))
    const changed = app('a', { label: 'Riverside', state: 'disabled', secretVersion: 3 })
    await write(() => apps().update(changed))
    expect(await list()).toEqual([changed])
  })

  it('keeps the push settings that were saved last, and that they were switched off', async () => {
    const settings = (sealed: string | null, second: number) => ({ appRowId: 'a', sealed, changedAt: at(second) })
    const listPush = () => write(() => apps().listPushSettings())
    await insert(app('a'))
    expect(await listPush()).toEqual([])
    for (const saved of [settings('one', 1), settings('two', 2), settings(null, 3)]) {
      await write(() => apps().savePushSettings(saved))
      expect(await listPush()).toEqual([saved])
    }
  })

  it('replaces a secret, and removes it when its overlap is over', async () => {
    for (const id of ['a', 'b']) {
      await insert(app(id))
      await write(() => apps().insertSecret(secret(id, 1)))
    }
    await write(function* () {
      yield* apps().replaceSecret('a', at(60))
      yield* apps().insertSecret(secret('a', 2))
    })
    expect((await listSecrets()).filter(({ appRowId }) => appRowId === 'a')).toEqual([
      secret('a', 2),
      secret('a', 1, at(60)),
    ])
    await write(() => apps().replaceSecret('a', at(90)))
    await write(() => apps().removeExpiredSecrets(at(59)))
    expect(await listSecrets()).toHaveLength(3)
    await write(() => apps().removeExpiredSecrets(at(60)))
    expect(await listSecrets()).toEqual(expect.arrayContaining([secret('a', 2, at(90)), secret('b', 1)]))
    await write(() => apps().insertSecret(secret('a', 3)))
    expect(await write(() => apps().removeSecretsUpTo('a', 2))).toBe(1)
    expect(await listSecrets()).toEqual(expect.arrayContaining([secret('a', 3), secret('b', 1)]))
    expect(await write(() => apps().removeSecretsUpTo('a', 9))).toBe(1)
    expect(await listSecrets()).toEqual([secret('b', 1)])
  })
})
