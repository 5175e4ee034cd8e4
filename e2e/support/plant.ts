import { loadConfig } from '@trailpass/bff/config/config.ts'
import { loadMasterKeys } from '@trailpass/bff/config/master-key.ts'
import { openStores } from '@trailpass/bff/context.ts'
import type { TrailRecord } from '@trailpass/bff/domain/trail/trail.ts'
import { createDeviceCode } from '@trailpass/bff/lib/trail/device-code.ts'
import { systemClock } from '@trailpass/bff/ports/clock.ts'
import { openKeyring } from '@trailpass/bff/services/keyring-service.ts'
import { deriveReportKey } from '@trailpass/bff/services/trail/device-report-service.ts'

import type { Storage } from './storage.ts'

export interface PlantedBike {
  id: string
  number: number
  /** What is printed on it. */
  code: string
  /** What it signs its reports with, base64url. */
  key: string
}

const trail = {
  id: '01JTRAIL000000000000000001',
  name: '青龙湖步道',
  lengthMeters: 5200,
  // Where the simulated phone is.
  area: { kind: 'circle', latitude: 30.2485, longitude: 120.1453, radiusMeters: 2500 },
  timeZone: 'Asia/Shanghai',
} satisfies TrailRecord
const bikes = [
  { id: 'B1KE0001', number: 1 },
  { id: 'B1KE0002', number: 2 },
]

/** One trail with two bikes, in the store of a BFF that does not run yet. */
export async function plantTrail(storeEnv: Storage['env']): Promise<PlantedBike[]> {
  const config = loadConfig({ ...storeEnv })
  const stores = await openStores(config)
  const { store, trails, devices } = stores
  const keyring = await openKeyring({ ...stores, masterKeys: loadMasterKeys(config), clock: systemClock })
  const createdAt = new Date()
  await store.write(function* () {
    yield* trails.upsert(trail, createdAt)
    for (const bike of bikes) yield* devices.insert({ ...bike, trailId: trail.id, createdAt })
  })
  const listed = await store.read(() => devices.list())
  await store.close()
  return listed.map(({ id, number, epoch }) => ({
    id,
    number,
    code: createDeviceCode(keyring['device-code'], { deviceId: id, epoch }),
    key: deriveReportKey(keyring, id).toString('base64url'),
  }))
}
