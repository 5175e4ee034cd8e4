import type { AuditAction, AuditEvent } from '../domain/audit.ts'
import type { Unit } from './unit.ts'

/** Only ever grows: there is no way to change or remove an event, and the database refuses both. */
export interface AuditStore {
  append(event: AuditEvent): Unit<void>
  /** The newest first; with `action`, those of that one. */
  list(choice: { limit: number; action?: AuditAction }): Unit<AuditEvent[]>
}
