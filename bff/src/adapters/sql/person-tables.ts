import type { Schema } from './schema.ts'

/** Every table with rows of a person. */
export type PersonTable = {
  [Table in keyof Schema]: 'person_id' extends keyof Schema[Table] ? Table : never
}[keyof Schema]

/**
 * What becomes of rows when their account is joined to another:
 * - `moves`: they change their person; with `unlessTaken`, the columns that are unique within a person, a row that the
 *   other has already stays as it is there
 * - `adds`: so does the figure in this column, to the row with the same `key`
 * - `ends`: they end with the account, or the service takes them along
 */
export type JoinRule =
  | { kind: 'moves'; unlessTaken?: readonly string[] }
  | { kind: 'adds'; column: string; key: readonly string[] }
  | { kind: 'ends' }

export interface PersonTableRules {
  join: JoinRule
  /** True: kept on the person's consent, and erased once that is withdrawn. */
  consented: boolean
}

/** A table that names a person does not compile before it stands here. All of them go when the person is removed. */
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
