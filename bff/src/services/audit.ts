import type { AuditAction } from '../domain/audit.ts'
import { createUlid } from '../lib/ulid.ts'
import type { AuditStore } from '../ports/audit-store.ts'
import type { Clock } from '../ports/clock.ts'
import type { Unit } from '../ports/unit.ts'
import type { TokenService } from './token-service.ts'

export interface Audited {
  actor: string
  action: AuditAction
  target: string
  detail?: string
}

/** Writes an audit event in the same unit as the change. */
export type NoteAudit = (audited: Audited) => Unit<void>

/**
 * Writes an audit event about a person. The target is a keyed hash, the same that an erasure leaves, and never a name.
 */
export type NoteOnPerson = (personId: string, audited: Omit<Audited, 'target'>) => Unit<void>

export function createNoteOnPerson(deps: { note: NoteAudit; tokens: Pick<TokenService, 'hashPerson'> }): NoteOnPerson {
  return (personId, audited) => deps.note({ ...audited, target: `person:${deps.tokens.hashPerson(personId)}` })
}

export function createNoteAudit({ audit, clock }: { audit: AuditStore; clock: Clock }): NoteAudit {
  return ({ detail, ...audited }) => {
    const at = clock.now()
    return audit.append({ id: createUlid(at), at, detail: detail ?? null, ...audited })
  }
}
