import { type CompiledQuery, type RawBuilder, sql } from 'kysely'
import type { Unit } from '../../ports/unit.ts'
import type { SqlDialect } from './dialect.ts'
import { type JoinRule, personTables } from './person-tables.ts'
import { changing, prepare, run } from './prepare.ts'

interface Move {
  from: string
  into: string
}

/** One statement for each table that moves with a person. */
export function createMoveBelongings({ db }: SqlDialect): (move: Move) => Unit<void> {
  const compilable = (query: RawBuilder<unknown>) => ({ compile: (): CompiledQuery<unknown> => query.compile(db) })
  const statements = Object.entries(personTables).flatMap(([table, { join }]) =>
    join.kind === 'ends' ? [] : [prepare((move: Move) => compilable(write(table, join, move)))],
  )
  return function* moveBelongings(move) {
    for (const statement of statements) yield* run(changing(statement(move), [move.from, move.into]))
  }
}

function write(name: string, rule: Exclude<JoinRule, { kind: 'ends' }>, { from, into }: Move) {
  const table = sql.table(name)
  if (rule.kind === 'adds') {
    const key = sql.join(rule.key.map((column) => sql.ref(column)))
    const column = sql.ref(rule.column)
    return sql`
      insert into ${table} (person_id, ${key}, ${column})
      select ${into}, ${key}, ${column} from ${table} where person_id = ${from}
      on conflict (person_id, ${key}) do update set ${column} = ${sql.ref(`${name}.${rule.column}`)} + excluded.${column}`
  }
  if (!rule.unlessTaken) return sql`update ${table} set person_id = ${into} where person_id = ${from}`
  const same = sql.join(
    rule.unlessTaken.map((column) => sql`taken.${sql.ref(column)} = ${table}.${sql.ref(column)}`),
    sql` and `,
  )
  return sql`
    update ${table} set person_id = ${into} where person_id = ${from}
    and not exists (select 1 from ${table} as taken where taken.person_id = ${into} and ${same})`
}
