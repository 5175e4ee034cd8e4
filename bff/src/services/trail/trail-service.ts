import type { Trail, TrailList } from '@trailpass/shared'
import type { Position, TrailRecord } from '../../domain/trail/trail.ts'
import { distanceToArea } from '../../lib/trail/trail-distance.ts'
import type { Store } from '../../ports/store.ts'
import type { TrailStore } from '../../ports/trail/trail-store.ts'

export interface TrailService {
  /** All trails, nearest first if a position is given. The position is not stored. */
  list(position: Position | undefined): Promise<TrailList>
}

export function createTrailService({ store, trails }: { store: Store; trails: TrailStore }): TrailService {
  return {
    async list(position) {
      const known = await store.read(() => trails.list())
      const placed = known.map((trail) => place(trail, position))
      const far = Number.POSITIVE_INFINITY
      return { trails: placed.sort((a, b) => (a.distanceMeters ?? far) - (b.distanceMeters ?? far) || 0) }
    },
  }
}

function place({ id, name, lengthMeters, area }: TrailRecord, position: Position | undefined): Trail {
  const distanceMeters = position && area ? Math.round(distanceToArea(position, area)) : null
  return { id, name, lengthMeters, distanceMeters, inRange: distanceMeters === null ? null : distanceMeters === 0 }
}
