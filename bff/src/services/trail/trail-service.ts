import type { Trail, TrailList } from '@trailpass/shared'
import type { Position, TrailRecord } from '../../domain/trail/trail.ts'
import { distanceToArea } from '../../lib/trail/trail-distance.ts'
import { createUlid } from '../../lib/ulid.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Store } from '../../ports/store.ts'
import type { TrailStore } from '../../ports/trail/trail-store.ts'
import type { NoteAudit } from '../audit.ts'

export interface TrailService {
  /** All trails, nearest first if a position is given. The position is not stored. */
  list(position: Position | undefined): Promise<TrailList>
  /** The stored records, sorted by name. */
  listRecords(): Promise<TrailRecord[]>
  /** Adds a trail, or replaces everything but the id of the one with this name. Recorded in the audit log. */
  save(trail: Omit<TrailRecord, 'id'>, actor: string): Promise<TrailRecord>
}

export function createTrailService(deps: {
  store: Store
  trails: TrailStore
  note: NoteAudit
  clock: Clock
}): TrailService {
  const { store, trails, note, clock } = deps
  const listRecords = () => store.read(() => trails.list())

  return {
    listRecords,

    async list(position) {
      const known = await listRecords()
      const placed = known.map((trail) => place(trail, position))
      const far = Number.POSITIVE_INFINITY
      return { trails: placed.sort((a, b) => (a.distanceMeters ?? far) - (b.distanceMeters ?? far) || 0) }
    },

    save: (trail, actor) =>
      store.write(function* () {
        const known = (yield* trails.list()).find(({ name }) => name === trail.name)
        const createdAt = clock.now()
        const saved = { id: known?.id ?? createUlid(createdAt), ...trail }
        yield* trails.upsert(saved, createdAt)
        yield* note({ actor, action: 'trail.save', target: `trail:${saved.id}`, detail: saved.name })
        return saved
      }),
  }
}

function place({ id, name, lengthMeters, area }: TrailRecord, position: Position | undefined): Trail {
  const distanceMeters = position && area ? Math.round(distanceToArea(position, area)) : null
  return { id, name, lengthMeters, distanceMeters, inRange: distanceMeters === null ? null : distanceMeters === 0 }
}
