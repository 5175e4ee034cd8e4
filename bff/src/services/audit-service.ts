import type { AuditEvent } from '../domain/audit.ts'
import type { AuditStore } from '../ports/audit-store.ts'
import type { Store } from '../ports/store.ts'

/** What operators read of the audit. */
export interface AuditService {
  /** The newest first. */
  list(choice: { limit: number }): Promise<AuditEvent[]>
}

export function createAuditService({ store, audit }: { store: Store; audit: AuditStore }): AuditService {
  return { list: (choice) => store.read(() => audit.list(choice)) }
}
