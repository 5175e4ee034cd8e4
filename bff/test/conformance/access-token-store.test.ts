import { expect, it } from 'vitest'
import { forEachStorage } from '../support/for-each-storage.ts'

const at = (second: number) => new Date(Date.UTC(2026, 10, 1) + second * 1000)
const app = { platform: 'weapp', appId: 'wx1' }
const empty = { ...app, token: null, leaseUntil: null, forcedAt: [] }
const full = {
  ...app,
  token: { sealed: 's1', fetchedAt: at(1), expiresAt: at(7201) },
  leaseUntil: at(5),
  forcedAt: [at(2), at(40)],
}

forEachStorage('AccessTokenStore', (stores) => {
  const write: ReturnType<typeof stores>['store']['write'] = (unit) => stores().store.write(unit)
  const lock = (key = app) => write(() => stores().accessTokens.lock(key))

  it('has an empty record for an app that nobody fetched for', async () => {
    expect(await lock()).toEqual(empty)
    expect(await lock()).toEqual(empty)
  })

  it('keeps what was updated, of each app for itself', async () => {
    await lock()
    await lock({ ...app, appId: 'wx2' })
    await write(() => stores().accessTokens.update(full))
    expect(await lock()).toEqual(full)
    expect(await lock({ ...app, appId: 'wx2' })).toEqual({ ...empty, appId: 'wx2' })
    await write(() => stores().accessTokens.update(empty))
    expect(await lock()).toEqual(empty)
  })

  it('ends leases and leaves the tokens', async () => {
    await lock()
    await write(() => stores().accessTokens.update(full))
    await write(() => stores().accessTokens.abandonLeases())
    expect(await lock()).toEqual({ ...full, leaseUntil: null })
  })

  it('lets one at a time take the lease', async () => {
    const taken = await Promise.all(
      Array.from({ length: 20 }, () =>
        write(function* () {
          const record = yield* stores().accessTokens.lock(app)
          if (record.leaseUntil) return false
          yield* stores().accessTokens.update({ ...record, leaseUntil: at(5) })
          return true
        }),
      ),
    )
    expect(taken.filter(Boolean)).toHaveLength(1)
  })
})
