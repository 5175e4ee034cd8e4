import type { AuditEvent } from '../domain/audit.ts'
import type { Unit } from './unit.ts'

/** Append-only: events cannot be changed or removed, which the database enforces too. */
export interface AuditStore {
  append(event: AuditEvent): Unit<void>
  /** The newest first. */
  list(choice: { limit: number }): Unit<AuditEvent[]>
}
