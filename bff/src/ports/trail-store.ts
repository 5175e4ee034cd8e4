import type { Unit } from './unit.ts'

export interface Trail {
  id: string
  name: string
  lengthMeters: number
}

export interface TrailStore {
  /** By name. */
  list(): Unit<Trail[]>
  insert(trail: Trail, createdAt: Date): Unit<void>
}
