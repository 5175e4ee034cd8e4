import type { TrailList } from '@trailpass/shared'
import { expect, it } from 'vitest'
import type { CircleArea, OutlineArea } from '../../src/domain/trail/trail.ts'
import { expectProblem } from '../support/expect-problem.ts'
import { trailRecord } from '../support/ride-fixtures.ts'
import { startStack } from '../support/stack.ts'
import { sqlite } from '../support/storages.ts'
import { withStack } from '../support/with-stack.ts'
import { withStorage } from '../support/with-storage.ts'

const near: CircleArea = { kind: 'circle', latitude: 30.2485, longitude: 120.1453, radiusMeters: 500 }
const far: CircleArea = { kind: 'circle', latitude: 31.2304, longitude: 121.4737, radiusMeters: 500 }

it('lists trails by distance, in range or not, and without a position by name', () =>
  withStorage(sqlite, async (storage) => {
    const { store, trails } = await storage.open()
    await store.write(function* () {
      for (const [name, area] of Object.entries({ A: far, B: near, C: null })) {
        yield* trails.upsert(trailRecord({ id: name, name, area }), new Date())
      }
    })
    await store.close()
    const stack = await startStack(storage)
    const list = async (query = '') => (await stack.api<TrailList>('GET', `/v1/trails${query}`)).body.trails
    expect(await list()).toMatchObject([
      { id: 'A', inRange: null, distanceMeters: null },
      { id: 'B', inRange: null },
      { id: 'C', inRange: null },
    ])
    expect(await list(`?latitude=${near.latitude}&longitude=${near.longitude}`)).toMatchObject([
      { id: 'B', inRange: true, distanceMeters: 0 },
      { id: 'A', inRange: false },
      { id: 'C', inRange: null, distanceMeters: null },
    ])
    await stack.close()
  }))

it('tells by its outline whether somebody is on a trail, and how far from it', () =>
  withStorage(sqlite, async (storage) => {
    const { store, trails } = await storage.open()
    const ring: [number, number][] = [
      [120.1, 30.2],
      [120.12, 30.2],
      [120.12, 30.22],
      [120.1, 30.2],
    ]
    const area: OutlineArea = { kind: 'outline', ring }
    await store.write(() => trails.upsert(trailRecord({ area }), new Date()))
    await store.close()
    const stack = await startStack(storage)
    const at = async (longitude: number, latitude: number) =>
      (await stack.api<TrailList>('GET', `/v1/trails?latitude=${latitude}&longitude=${longitude}`)).body.trails[0]
    expect(await at(120.115, 30.21)).toMatchObject({ inRange: true, distanceMeters: 0 })
    expect(await at(120.11, 30.19)).toMatchObject({ inRange: false, distanceMeters: 1112 })
    await stack.close()
  }))

it('refuses half a position, and one that is nowhere', () =>
  withStack(async ({ api }) => {
    for (const query of ['latitude=30', 'latitude=91&longitude=0', 'latitude=x&longitude=1', 'latitude=1&latitude=2']) {
      expectProblem(await api('GET', `/v1/trails?${query}`), 400, 'request.invalid')
    }
  }))

it('leaves no position in the log', () =>
  withStack(async (stack) => {
    await stack.api('GET', '/v1/trails?latitude=30.248512&longitude=120.145312')
    expect(stack.log).not.toMatch(/30\.2485|120\.1453/)
  }))
