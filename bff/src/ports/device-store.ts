import type { DeviceRecord, ScanIntent } from '../domain/device.ts'
import type { Unit } from './unit.ts'

/** Holds bikes, and the scans that wait for their ride. */
export interface DeviceStore {
  find(id: string): Unit<DeviceRecord | undefined>
  /** By trail and number. */
  list(): Unit<DeviceRecord[]>
  /** Fails when the trail has a bike of this number already. */
  insert(device: { id: string; trailId: string; number: number; createdAt: Date }): Unit<void>
  /** Sets what an operator decides: the epoch, and whether the bike is in service. */
  update(device: Pick<DeviceRecord, 'id' | 'epoch' | 'revokedAt'>): Unit<void>
  saveReport(id: string, at: Date): Unit<void>
  /** Bikes in service that nobody rides, silent ones left out. */
  countFree(reportedAfter: Date): Unit<number>

  findIntent(id: string): Unit<ScanIntent | undefined>
  findIntentOf(personId: string, deviceId: string, validAt: Date): Unit<ScanIntent | undefined>
  insertIntent(intent: ScanIntent): Unit<void>
  /** A guest's scans follow the person. */
  moveIntents(fromPersonId: string, toPersonId: string): Unit<void>
  removeExpiredIntents(at: Date): Unit<void>
}
