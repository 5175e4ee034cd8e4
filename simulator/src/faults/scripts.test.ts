import { describe, expect, it } from 'vitest'
import { platformPaths } from '../platforms/platform-paths.ts'
import { faultModes } from '../state/fault-modes.ts'
import type { FaultScript } from '../state/faults.ts'
import { startTestSimulator } from '../testing/test-simulator.ts'

const login = '/sns/jscode2session'
const token = '/cgi-bin/stable_token'

type TestSimulator = Awaited<ReturnType<typeof startTestSimulator>>

const start = async (simulator: TestSimulator, fields: object) =>
  (await simulator.post('/_sim/faults', { ...fields })) as unknown as FaultScript[]
const errcodes = async (simulator: TestSimulator, times: number, path = login) => {
  const met: unknown[] = []
  for (let time = 0; time < times; time++) met.push((await simulator.get(path)).errcode)
  return met
}

describe('a script', () => {
  it('is played step by step, and is over then', async () => {
    const simulator = await startTestSimulator()
    const steps = [
      { mode: 'ok', count: 1 },
      { mode: 'busy', count: 2 },
      { mode: 'errcode', errcode: 45011, count: 1 },
    ]
    await start(simulator, { steps })
    expect(await errcodes(simulator, 5)).toEqual([41002, -1, -1, 45011, 41002])
    expect(await simulator.get('/_sim/faults')).toEqual([])
  })

  it('begins anew when it is to be repeated', async () => {
    const simulator = await startTestSimulator()
    await start(simulator, {
      steps: [
        { mode: 'ok', count: 1 },
        { mode: 'busy', count: 1 },
      ],
      repeat: true,
    })
    expect(await errcodes(simulator, 5)).toEqual([41002, -1, 41002, -1, 41002])
  })

  it('is that of the path, and only without one that of all', async () => {
    const simulator = await startTestSimulator()
    await start(simulator, { mode: 'errcode', errcode: 40226 })
    await start(simulator, { mode: 'busy', path: login })
    expect(await errcodes(simulator, 1)).toEqual([-1])
    expect(await errcodes(simulator, 1, token)).toEqual([40226])
    await simulator.fetchPath(`/_sim/faults?path=${token}`, { method: 'DELETE' })
    await start(simulator, { mode: 'off', path: login })
    expect(await errcodes(simulator, 1)).toEqual([40226])
    await simulator.fetchPath('/_sim/faults', { method: 'DELETE' })
    expect(await errcodes(simulator, 1)).toEqual([41002])
  })
})

describe('a script drawn from a seed', () => {
  it('is the same for the same seed, another for another seed and for another path', async () => {
    const [simulator, other] = [await startTestSimulator(), await startTestSimulator()]
    const scripts = await start(simulator, { seed: 7 })
    expect(scripts.map(({ path }) => path)).toEqual(platformPaths)
    expect(scripts[0]).toMatchObject({ seed: 7, steps: expect.any(Array) })
    expect(await start(other, { seed: 7 })).toEqual(scripts)
    expect(await start(other, { seed: 8 })).not.toEqual(scripts)
    expect(scripts[0]?.steps).not.toEqual(scripts[1]?.steps)
  })

  it('tells the seed that it chose by itself', async () => {
    const simulator = await startTestSimulator()
    const [script] = await start(simulator, { path: login })
    expect(await start(simulator, { path: login, seed: script?.seed })).toEqual([script])
  })

  it('holds as many faults as it was told to, of every mode that needs no word more', async () => {
    const simulator = await startTestSimulator()
    const [script] = await start(simulator, { seed: 1, path: login, length: 1000, share: 20 })
    const faults = script?.steps.filter(({ mode }) => mode !== 'ok') ?? []
    expect(faults.length).toBeGreaterThan(150)
    expect(faults.length).toBeLessThan(250)
    expect(new Set(faults.map(({ mode }) => mode)).size).toBe(Object.keys(faultModes).length - 1)
    expect(new Set(faults.filter(({ mode }) => mode === 'busy').map(({ count }) => count))).toEqual(
      new Set([1, 2, 3, 4]),
    )
  })
})

it.each([
  [{ mode: 'sulking' }, 'no mode "sulking"'],
  [{ mode: 'errcode' }, '"errcode" is missing'],
  [{ mode: 'down', count: 0 }, '"count" must be a whole number from 1'],
  [{ mode: 'down', handled: 'yes' }, '"handled" must be true or false'],
  [{ mode: 'down', cuont: 1 }, '"cuont" means nothing here'],
  [{ mode: 'off', count: 1 }, '"count" means nothing here'],
  [{ steps: [] }, '"steps" must be a list of objects'],
  [{ steps: [{ mode: 'off' }] }, 'no mode "off"'],
  [{ steps: [{ mode: 'ok', path: login }] }, '"path" means nothing here'],
  [{ steps: [{ mode: 'ok' }], seed: 1 }, '"seed" means nothing here'],
  [{ seed: 1, modes: ['errcode'] }, '"errcode" cannot be drawn'],
  [{ seed: 1, share: 101 }, '"share" must be at most 100'],
  [{ seed: 1, length: 10_001 }, '"length" must be at most 10000'],
])('refuses %j in words', async (fields, words) => {
  const simulator = await startTestSimulator()
  expect(await simulator.post('/_sim/faults', fields)).toEqual({ error: expect.stringContaining(words) })
  expect(await simulator.get('/_sim/faults')).toEqual([])
})
