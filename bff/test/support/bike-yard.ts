import { createPostgresDialect, createSqliteDialect } from '../../src/adapters/sql/dialect.ts'
import { createSqlStores, type SqlStores } from '../../src/adapters/sql/sql-stores.ts'
import { loadMasterKeys } from '../../src/config/master-key.ts'
import type { TrailRecord } from '../../src/domain/trail/trail.ts'
import { randomBase32 } from '../../src/lib/base32.ts'
import { createDeviceCode, deviceIdLength } from '../../src/lib/trail/device-code.ts'
import { createUlid } from '../../src/lib/ulid.ts'
import { openKeyring } from '../../src/services/keyring-service.ts'
import { deriveReportKey } from '../../src/services/trail/device-report-service.ts'
import { trailRecord } from './ride-fixtures.ts'
import type { Stack } from './stack.ts'

export interface Bike {
  id: string
  number: number
  trailId: string
  code: string
  reportKey: Buffer
}

/** What an operator does, beside the running BFF. */
export interface BikeYard {
  stores: SqlStores
  addTrail(name: string, changes?: Partial<TrailRecord>): Promise<string>
  /** On the first trail, which is made when there is none. */
  addBike(trailId?: string): Promise<Bike>
  revoke(bike: Bike): Promise<void>
  /** Makes a new code; the bike given keeps the old one. */
  renew(bike: Bike): Promise<Bike>
  /** Stands on another trail from then on; the bike given keeps the old code. */
  move(bike: Bike, trailId: string): Promise<Bike>
  /** The code this server would have made for any device and epoch. */
  codeOf(deviceId: string, epoch?: number): string
}

export async function openBikeYard({ context, env, clock }: Stack): Promise<BikeYard> {
  const dialect = env.DATABASE_URL === undefined ? createSqliteDialect() : createPostgresDialect()
  const stores = createSqlStores(context.store, dialect)
  const { store, devices, trails } = stores
  const keyring = await openKeyring({ ...stores, masterKeys: loadMasterKeys(context.config), clock })
  const codeOf = (deviceId: string, epoch = 0) => createDeviceCode(keyring['device-code'], { deviceId, epoch })
  let number = (await store.read(() => devices.list())).length

  async function addTrail(name: string, changes: Partial<TrailRecord> = {}) {
    const id = createUlid(clock.now())
    await store.write(() => trails.upsert(trailRecord({ ...changes, id, name }), clock.now()))
    return id
  }

  async function firstTrail() {
    const [trail] = await store.read(() => trails.list())
    return trail?.id ?? addTrail('青龙湖步道')
  }

  async function get(id: string) {
    const device = await store.read(() => devices.find(id))
    if (!device) throw new Error(`no bike ${id}`)
    return device
  }

  return {
    stores,
    addTrail,
    async addBike(chosen) {
      const trailId = chosen ?? (await firstTrail())
      const device = { id: randomBase32(deviceIdLength), trailId, number: ++number }
      await store.write(() => devices.insert({ ...device, createdAt: clock.now() }))
      return { ...device, code: codeOf(device.id), reportKey: deriveReportKey(keyring, device.id) }
    },
    async revoke({ id }) {
      const device = await get(id)
      await store.write(() => devices.update({ ...device, revokedAt: clock.now() }))
    },
    async renew(bike) {
      const device = await get(bike.id)
      const epoch = device.epoch + 1
      await store.write(() => devices.update({ ...device, epoch }))
      return { ...bike, code: codeOf(bike.id, epoch) }
    },
    async move(bike, trailId) {
      const device = await get(bike.id)
      const epoch = device.epoch + 1
      await store.write(() => devices.update({ ...device, trailId, epoch, trailEpoch: epoch }))
      return { ...bike, trailId, code: codeOf(bike.id, epoch) }
    },
    codeOf,
  }
}
