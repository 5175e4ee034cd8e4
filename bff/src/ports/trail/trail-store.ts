import type { TrailRecord } from '../../domain/trail/trail.ts'
import type { Unit } from '../unit.ts'

export interface TrailStore {
  /** By name. */
  list(): Unit<TrailRecord[]>
  find(id: string): Unit<TrailRecord | undefined>
  /** A trail is identified by its name: adding it again updates everything except its id. */
  upsert(trail: TrailRecord, createdAt: Date): Unit<void>
}
