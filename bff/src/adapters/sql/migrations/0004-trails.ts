import type { Kysely, Migration } from 'kysely'

export const trails: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('trail')
      .addColumn('time_zone', 'text', (column) => column.notNull().defaultTo('Asia/Shanghai'))
      .execute()
    // The positions of its outline, as GeoJSON has a ring.
    await db.schema.alterTable('trail').addColumn('ring', 'text').execute()
    // Codes of an earlier epoch were printed for another trail.
    await db.schema
      .alterTable('device')
      .addColumn('trail_epoch', 'bigint', (column) => column.notNull().defaultTo(0))
      .execute()
    await db.schema.alterTable('ride').addColumn('last_sample_at', 'bigint').execute()
    await db.schema.alterTable('ride').addColumn('rank_before', 'bigint').execute()
    await db.schema.alterTable('ride').addColumn('rank_after', 'bigint').execute()
    await db.schema
      .alterTable('person')
      .addColumn('ranked', 'bigint', (column) => column.notNull().defaultTo(1))
      .execute()
    // Repeats `person.ranked`, so that those who are not shown cost a ranking nothing.
    await db.schema
      .alterTable('standing')
      .addColumn('shown', 'bigint', (column) => column.notNull().defaultTo(1))
      .execute()
    await db.schema.dropIndex('standing_rank').execute()
    await db.schema
      .createIndex('standing_rank')
      .on('standing')
      .columns(['trail_id', 'period', 'shown', 'distance_mm', 'person_id'])
      .execute()
    await db.schema.createIndex('standing_person').on('standing').column('person_id').execute()
  },
}
