import type { AuditAction, AuditEvent } from '../domain/audit.ts'
import type { Unit } from './unit.ts'

/** Append-only: events cannot be changed or removed, which the database enforces too. */
export interface AuditStore {
  append(event: AuditEvent): Unit<void>
  /** Newest first; with `action`, only events of that action. */
  list(choice: { limit: number; action?: AuditAction }): Unit<AuditEvent[]>
}
