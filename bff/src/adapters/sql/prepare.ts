import { createHash } from 'node:crypto'
import type { Compilable } from 'kysely'
import type { SessionSubject } from '../../ports/session-broadcast.ts'
import type { Statement, Unit } from '../../ports/unit.ts'

/** Placeholder for a parameter in a compiled query. */
class Placeholder {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

type Value = string | number | null

/** A compiled query with its parameters; `yield*` runs it and returns its rows. */
export class Query<Row> implements Statement {
  readonly name: string
  readonly sql: string
  readonly parameters: readonly unknown[]
  rows: Statement['rows'] = undefined
  changes: Statement['changes'] = undefined

  constructor(name: string, sql: string, parameters: readonly unknown[]) {
    this.name = name
    this.sql = sql
    this.parameters = parameters
  }

  *[Symbol.iterator](): Unit<Row[]> {
    return (yield this) as Row[]
  }
}

/**
 * Compiles a query once; every call only fills in its parameters. `build` receives placeholders typed as the
 * parameters, to be used as values and nothing else.
 */
export function prepare<Params extends { [Name in keyof Params]: Value }, Row>(
  build: (params: Params) => Compilable<Row>,
): (params: Params) => Query<Row> {
  const placeholders = new Proxy({}, { get: (_, name) => new Placeholder(String(name)) }) as Params
  const { sql, parameters } = build(placeholders).compile()
  // The prepared statement name is derived from the SQL, because processes of two versions may share a server's
  // sessions.
  const name = createHash('sha256').update(sql).digest('base64url').slice(0, 20)
  const slots = parameters.map((parameter) => (parameter instanceof Placeholder ? parameter.name : undefined))
  return (params) => {
    const values = params as Record<string, Value>
    return new Query(
      name,
      sql,
      slots.map((slot, index) => (slot === undefined ? parameters[index] : values[slot])),
    )
  }
}

/** The first row of a query. */
export function* first<Row>(query: Query<Row>): Unit<Row | undefined> {
  // The changed sessions are derived from all of its rows.
  if (typeof query.changes !== 'function') query.rows = 'first'
  return ((yield query) as Row[])[0]
}

/** Runs a query for its effect. */
export function* run(query: Query<unknown>): Unit<void> {
  if (typeof query.changes !== 'function') query.rows = 'none'
  yield query
}

/** The same query, declaring whose sessions it changes; a function derives this from the rows. */
export function changing<Row>(
  query: Query<Row>,
  subjects: readonly SessionSubject[] | ((rows: readonly Row[]) => readonly SessionSubject[]),
): Query<Row> {
  query.changes = subjects as Statement['changes']
  return query
}

/** The named parameters as an object of values, for an insert or update of whole rows. */
export function pick<Params, Name extends keyof Params>(params: Params, names: readonly Name[]): Pick<Params, Name> {
  return Object.fromEntries(names.map((name) => [name, params[name]])) as Pick<Params, Name>
}
