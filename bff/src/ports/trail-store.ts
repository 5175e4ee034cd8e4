import type { Unit } from './unit.ts'

export interface Trail {
  id: string
  name: string
  lengthMeters: number
}

export interface TrailStore {
  /** By name. */
  list(): Unit<Trail[]>
  /** A trail is known by its name: adding it again changes its length and keeps its id. */
  upsert(trail: Trail, createdAt: Date): Unit<void>
}
