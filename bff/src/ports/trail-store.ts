import type { TrailRecord } from '../domain/trail.ts'
import type { Unit } from './unit.ts'

export interface TrailStore {
  /** By name. */
  list(): Unit<TrailRecord[]>
  /** A trail is known by its name: adding it again changes its length and area, and keeps its id. */
  upsert(trail: TrailRecord, createdAt: Date): Unit<void>
}
