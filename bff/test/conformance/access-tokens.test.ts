import { randomBytes } from 'node:crypto'
import { setMaxListeners } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { type AccessTokens, createAccessTokens } from '../../src/adapters/wechat/access-token.ts'
import type { App } from '../../src/domain/registered-app.ts'
import { Secret } from '../../src/domain/secret.ts'
import { forEachStorage } from '../support/for-each-storage.ts'
import { until } from '../support/until.ts'

const app = { platform: 'weapp', appId: 'wx1', secrets: [new Secret('s1')] }
const { signal } = new AbortController()
setMaxListeners(0, signal)
const lifetimeMs = 7_200_000
const renewAheadMs = 5 * 60_000
const key = randomBytes(32)
const log = { info() {}, warn() {}, error() {} }

interface Fetched {
  appId: string
  force: boolean
  at: number
}

forEachStorage('access tokens', (stores) => {
  /** WeChat, its time, and as many processes as are asked for. */
  function setUp({ failures = 0, expiresInMs = lifetimeMs } = {}) {
    let now = Date.UTC(2026, 10, 1)
    let failuresLeft = failures
    const fetched: Fetched[] = []
    async function fetchToken({ appId }: App, { force }: { force: boolean }) {
      fetched.push({ appId, force, at: now })
      const token = `t${fetched.length}`
      await delay(5)
      if (failuresLeft-- > 0) throw new Error('no answer')
      return { token, expiresInMs }
    }
    const clock = { now: () => new Date(now) }
    const openProcess = (): AccessTokens => createAccessTokens({ ...stores(), key, fetchToken, clock, log })
    return {
      openProcess,
      fetched,
      advance: (ms: number) => {
        now += ms
      },
    }
  }

  it('are fetched once, however many ask in however many processes, and kept', async () => {
    const { openProcess, fetched } = setUp()
    const processes = [openProcess(), openProcess(), openProcess()]
    const ask = () => processes.flatMap((tokens) => Array.from({ length: 30 }, () => tokens.get(app, { signal })))
    const got = [...(await Promise.all(ask())), ...(await Promise.all(ask())), await openProcess().get(app, { signal })]
    expect(new Set(got)).toEqual(new Set(['t1']))
    expect(fetched).toMatchObject([{ appId: 'wx1', force: false }])
  })

  it('are apart for each app', async () => {
    const { openProcess, fetched } = setUp()
    const tokens = openProcess()
    await Promise.all([tokens.get(app, { signal }), tokens.get({ ...app, appId: 'wx2' }, { signal })])
    expect(fetched.map(({ appId }) => appId).sort()).toEqual(['wx1', 'wx2'])
  })

  it('are renewed five minutes ahead, behind the back of a caller', async () => {
    const { openProcess, fetched, advance } = setUp()
    const processes = [openProcess(), openProcess()] as const
    for (const tokens of processes) await tokens.get(app, { signal })
    advance(lifetimeMs - renewAheadMs - 1)
    expect(await processes[0].get(app, { signal })).toBe('t1')
    expect(fetched).toHaveLength(1)
    advance(1)
    expect(await processes[0].get(app, { signal })).toBe('t1')
    await until('the token is renewed', async () => (await processes[0].get(app, { signal })) === 't2')
    await until('the other has it too', async () => (await processes[1].get(app, { signal })) === 't2')
    expect(fetched.map(({ force }) => force)).toEqual([false, false])
  })

  it('are used to their end while they cannot be renewed, and not beyond', async () => {
    const { openProcess, advance } = setUp({ failures: 0 })
    const tokens = openProcess()
    await tokens.get(app, { signal })
    advance(lifetimeMs - 10_001)
    expect(await tokens.get(app, { signal })).toBe('t1')
    await until('a renewal has ended', async () => (await tokens.get(app, { signal })) !== 't1')
    advance(lifetimeMs)
    expect(await tokens.get(app, { signal })).toBe('t3')
  })

  it('are refreshed by force once, for however many were refused the same one', async () => {
    const { openProcess, fetched } = setUp()
    const processes = [openProcess(), openProcess(), openProcess()]
    for (const tokens of processes) await tokens.get(app, { signal })
    const renewed = await Promise.all(
      processes.flatMap((tokens) => Array.from({ length: 20 }, () => tokens.get(app, { signal, refused: 't1' }))),
    )
    expect(new Set(renewed)).toEqual(new Set(['t2']))
    expect(fetched.map(({ force }) => force)).toEqual([false, true])
  })

  it('that cannot be refreshed by force are asked for without it, every half minute', async () => {
    const { openProcess, fetched, advance } = setUp()
    const tokens = openProcess()
    let token = await tokens.get(app, { signal })
    for (let forced = 0; forced < 20; forced++) {
      token = await tokens.get(app, { signal, refused: token })
      advance(30_000)
    }
    token = await tokens.get(app, { signal, refused: token })
    expect(fetched.map(({ force }) => force)).toEqual([false, ...Array(20).fill(true), false])
    await expect(tokens.get(app, { signal, refused: token })).rejects.toMatchObject({ name: 'UpstreamError' })
    expect(fetched).toHaveLength(22)
  })

  it('keep no failure', async () => {
    const { openProcess } = setUp({ failures: 1 })
    const tokens = openProcess()
    await expect(tokens.get(app, { signal })).rejects.toThrow('no answer')
    expect(await openProcess().get(app, { signal })).toBe('t2')
    expect(await tokens.get(app, { signal })).toBe('t2')
  })

  it('of a short life are not fetched again and again', async () => {
    const { openProcess, fetched, advance } = setUp({ expiresInMs: 60_000 })
    const tokens = openProcess()
    for (let second = 0; second < 25; second++) {
      await tokens.get(app, { signal })
      advance(1000)
    }
    expect(fetched).toHaveLength(1)
  })

  it('are not plain in the store', async () => {
    await setUp().openProcess().get(app, { signal })
    const { token } = await stores().store.write(() => stores().accessTokens.lock(app))
    expect(token?.sealed).not.toContain('t1')
  })

  it('that were moved from another app do not open, and are fetched anew', async () => {
    const { openProcess, fetched } = setUp()
    await openProcess().get(app, { signal })
    await stores().store.write(function* () {
      const { token } = yield* stores().accessTokens.lock(app)
      const other = yield* stores().accessTokens.lock({ ...app, appId: 'wx2' })
      yield* stores().accessTokens.update({ ...other, token })
    })
    expect(await openProcess().get({ ...app, appId: 'wx2' }, { signal })).toBe('t2')
    expect(fetched.map(({ appId }) => appId)).toEqual(['wx1', 'wx2'])
  })

  it('let go of a caller whose time is over, and serve the others', async () => {
    const tokens = setUp().openProcess()
    const hurried = tokens.get(app, { signal: AbortSignal.abort() })
    const patient = tokens.get(app, { signal })
    await expect(hurried).rejects.toMatchObject({ reason: 'timeout' })
    expect(await patient).toBe('t1')
  })

  it('keep force_refresh within its quota, in any order of calls, refusals and pauses', async () => {
    const step = fc.record({ process: fc.nat({ max: 1 }), refuse: fc.boolean(), pauseMs: fc.nat({ max: 90_000 }) })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), fc.uuid(), async (steps, appId) => {
        const { openProcess, fetched, advance } = setUp()
        const processes = [openProcess(), openProcess()]
        for (const { process, refuse, pauseMs } of steps) {
          advance(pauseMs)
          const tokens = processes[process]
          const token = await tokens?.get({ ...app, appId }, { signal })
          if (refuse && token) await tokens?.get({ ...app, appId }, { signal, refused: token }).catch(() => {})
        }
        const forced = fetched.filter(({ force }) => force).map(({ at }) => at)
        expect(forced.length).toBeLessThanOrEqual(20)
        for (const [index, at] of forced.entries()) {
          if (index > 0) expect(at - (forced[index - 1] ?? 0)).toBeGreaterThanOrEqual(30_000)
        }
      }),
      { numRuns: 15 },
    )
  })
})
