import type { DeviceRecord, ScanIntent } from '../../domain/trail/device.ts'
import type { Unit } from '../unit.ts'

/** Stores bikes and scan intents. */
export interface DeviceStore {
  find(id: string): Unit<DeviceRecord | undefined>
  /** Like `find`, and locks the bike until the unit ends. */
  lock(id: string): Unit<DeviceRecord | undefined>
  /** By trail and number. */
  list(): Unit<DeviceRecord[]>
  /** Fails when the trail has a bike of this number already. */
  insert(device: { id: string; trailId: string; number: number; createdAt: Date }): Unit<void>
  /**
   * Updates what operators control: the bike's trail, its epoch, and whether it is in service. Fails if the trail has
   * another bike with this number.
   */
  update(device: Omit<DeviceRecord, 'trailName' | 'lastReportAt'>): Unit<void>
  saveReport(id: string, at: Date): Unit<void>
  /** Counts bikes in service that nobody rides, except offline ones. */
  countFree(reportedAfter: Date): Unit<number>

  findIntent(id: string): Unit<ScanIntent | undefined>
  findIntentOf(personId: string, deviceId: string, validAt: Date): Unit<ScanIntent | undefined>
  listIntents(personId: string): Unit<ScanIntent[]>
  insertIntent(intent: ScanIntent): Unit<void>
  extendIntent(id: string, expiresAt: Date): Unit<void>
  removeExpiredIntents(at: Date): Unit<void>
}
