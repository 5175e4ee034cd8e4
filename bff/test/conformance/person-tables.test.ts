import { expect, it } from 'vitest'
import { personTables } from '../../src/adapters/sql/person-tables.ts'
import type { Unit } from '../../src/ports/unit.ts'
import { type StorageKind, storages } from '../support/storages.ts'
import { withStorage } from '../support/with-storage.ts'

/** Every column that references a person or is called as if it did, with what becomes of its row. */
const questions: Record<StorageKind['name'], string> = {
  SQLite: `
    select tables.name as "table", columns.name as "column", lower(keys.on_delete) as "onDelete"
    from sqlite_master as tables join pragma_table_info(tables.name) as columns
    left join pragma_foreign_key_list(tables.name) as keys on keys."from" = columns.name
    where tables.type = 'table' and (keys."table" = 'person' or columns.name = 'person_id')`,
  PostgreSQL: `
    select c.table_name as "table", c.column_name as "column",
      case k.confdeltype when 'c' then 'cascade' else k.confdeltype::text end as "onDelete"
    from information_schema.columns as c
    join pg_attribute as a on a.attrelid = c.table_name::regclass and a.attname = c.column_name
    left join pg_constraint as k on k.conrelid = a.attrelid and k.contype = 'f' and a.attnum = any (k.conkey)
    where c.table_schema = 'public' and (k.confrelid = 'person'::regclass or c.column_name = 'person_id')`,
}

it.each(storages)('every table that names a person is known to the mover, and goes with the person, on $name', (kind) =>
  withStorage(kind, async (storage) => {
    const { store } = await storage.open()
    const columns = (await store.read(function* (): Unit<readonly unknown[]> {
      return yield { sql: questions[kind.name], parameters: [] }
    })) as { table: string; column: string; onDelete: string | null }[]
    await store.close()
    expect([...new Set(columns.map(({ table }) => table))].sort()).toEqual(Object.keys(personTables).sort())
    for (const column of columns) expect(column).toMatchObject({ onDelete: 'cascade' })
  }),
)
