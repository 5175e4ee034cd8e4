import type { AuditAction, AuditEvent } from '../domain/audit.ts'
import type { AuditStore } from '../ports/audit-store.ts'
import type { Store } from '../ports/store.ts'
import type { Unit } from '../ports/unit.ts'

export interface AuditService {
  /** Newest first; with `actions`, only events of these actions. */
  list(choice: { limit: number; actions?: readonly AuditAction[] }): Promise<AuditEvent[]>
}

export function createAuditService({ store, audit }: { store: Store; audit: AuditStore }): AuditService {
  function* list(limit: number, actions: readonly AuditAction[] | undefined): Unit<AuditEvent[]> {
    if (!actions) return yield* audit.list({ limit })
    const events: AuditEvent[] = []
    for (const action of new Set(actions)) events.push(...(yield* audit.list({ limit, action })))
    return events.sort((one, other) => other.at.getTime() - one.at.getTime()).slice(0, limit)
  }

  return { list: ({ limit, actions }) => store.read(() => list(limit, actions)) }
}
