import type { Schema } from './schema.ts'

/** Every table with rows of a person. */
export type PersonTable = {
  [Table in keyof Schema]: 'person_id' extends keyof Schema[Table] ? Table : never
}[keyof Schema]

/**
 * What happens to rows when their account is merged into another. `moves`: they change their person; with
 * `unlessTaken`, the columns that are unique within a person, a row that the other person already has stays as it is
 * there. `adds`: they move, and the figure in this column is added to the row with the same `key`. `ends`: they are
 * removed with the account, or a service moves them.
 */
export type JoinRule =
  | { kind: 'moves'; unlessTaken?: readonly string[] }
  | { kind: 'adds'; column: string; key: readonly string[] }
  | { kind: 'ends' }

export interface PersonTableRules {
  join: JoinRule
  /** True if the rows are based on consent, and are erased when it is withdrawn. */
  consented: boolean
}

/** A table that refers to a person does not compile until it is listed here. All rows are removed with the person. */
export const personTables: Readonly<Record<PersonTable, PersonTableRules>> = {
  consent: { join: { kind: 'moves', unlessTaken: ['agreement_id', 'version'] }, consented: false },
  identity: { join: { kind: 'moves' }, consented: false },
  payload_failure: { join: { kind: 'moves' }, consented: false },
  payload_ledger: { join: { kind: 'moves' }, consented: true },
  pending_content: { join: { kind: 'moves', unlessTaken: ['field'] }, consented: true },
  person_apart: { join: { kind: 'ends' }, consented: false },
  person_join: { join: { kind: 'moves' }, consented: false },
  phone_code: { join: { kind: 'moves' }, consented: true },
  ride: { join: { kind: 'moves' }, consented: true },
  scan_intent: { join: { kind: 'moves' }, consented: false },
  session: { join: { kind: 'moves' }, consented: false },
  session_key: { join: { kind: 'ends' }, consented: false },
  standing: { join: { kind: 'adds', column: 'distance_mm', key: ['trail_id', 'period'] }, consented: true },
  step_day: { join: { kind: 'moves', unlessTaken: ['day'] }, consented: true },
  union_account: { join: { kind: 'moves' }, consented: false },
  withdrawn_consent: {
    join: { kind: 'moves', unlessTaken: ['agreement_id', 'version', 'agreed_at'] },
    consented: false,
  },
}
