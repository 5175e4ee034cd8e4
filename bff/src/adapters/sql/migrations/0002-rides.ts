import { type Kysely, type Migration, sql } from 'kysely'

export const rides: Migration = {
  async up(db: Kysely<unknown>) {
    // The middle of the trail's area in degrees (GCJ-02), and how far the area reaches.
    await db.schema.alterTable('trail').addColumn('latitude', 'double precision').execute()
    await db.schema.alterTable('trail').addColumn('longitude', 'double precision').execute()
    await db.schema.alterTable('trail').addColumn('radius_meters', 'bigint').execute()
    await db.schema
      .createTable('device')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('trail_id', 'text', (column) => column.notNull().references('trail.id'))
      .addColumn('number', 'bigint', (column) => column.notNull())
      .addColumn('epoch', 'bigint', (column) => column.notNull())
      .addColumn('revoked_at', 'bigint')
      .addColumn('last_report_at', 'bigint')
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addUniqueConstraint('device_number', ['trail_id', 'number'])
      .execute()
    await db.schema
      .createTable('scan_intent')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('person_id', 'text', (column) => column.notNull().references('person.id').onDelete('cascade'))
      .addColumn('device_id', 'text', (column) => column.notNull().references('device.id'))
      .addColumn('entry_kind', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('scan_intent_person').on('scan_intent').columns(['person_id', 'device_id']).execute()
    await db.schema.createIndex('scan_intent_expiry').on('scan_intent').column('expires_at').execute()
    await db.schema
      .createTable('ride')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('person_id', 'text', (column) => column.notNull().references('person.id').onDelete('cascade'))
      .addColumn('device_id', 'text', (column) => column.notNull().references('device.id'))
      .addColumn('trail_id', 'text', (column) => column.notNull().references('trail.id'))
      .addColumn('intent_id', 'text', (column) => column.notNull().unique())
      .addColumn('entry_kind', 'text', (column) => column.notNull())
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('started_at', 'bigint', (column) => column.notNull())
      .addColumn('finished_at', 'bigint')
      .addColumn('moving_ms', 'bigint', (column) => column.notNull())
      .addColumn('distance_mm', 'bigint', (column) => column.notNull())
      .addColumn('work_mj', 'bigint', (column) => column.notNull())
      .addColumn('newest_sequence', 'bigint', (column) => column.notNull())
      .addColumn('newest_speed_mm_s', 'bigint', (column) => column.notNull())
      .addColumn('samples_through', 'bigint', (column) => column.notNull())
      .execute()
    // One ride at a time per person and per bike, whoever asks at the same moment.
    for (const owner of ['person_id', 'device_id']) {
      await db.schema
        .createIndex(`ride_active_${owner}`)
        .unique()
        .on('ride')
        .column(owner)
        .where(sql<boolean>`state = 'active'`)
        .execute()
    }
    await db.schema.createIndex('ride_person').on('ride').columns(['person_id', 'id']).execute()
    await db.schema.createIndex('ride_person_day').on('ride').columns(['person_id', 'day']).execute()
    await db.schema
      .createTable('ride_sample')
      .addColumn('ride_id', 'text', (column) => column.notNull().references('ride.id').onDelete('cascade'))
      .addColumn('sequence', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('ride_sample_key', ['ride_id', 'sequence'])
      .execute()
    await db.schema
      .createTable('standing')
      // A trail, or what stands for all of them.
      .addColumn('trail_id', 'text', (column) => column.notNull())
      .addColumn('period', 'text', (column) => column.notNull())
      .addColumn('person_id', 'text', (column) => column.notNull().references('person.id').onDelete('cascade'))
      .addColumn('distance_mm', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('standing_key', ['trail_id', 'period', 'person_id'])
      .execute()
    await db.schema
      .createIndex('standing_rank')
      .on('standing')
      .columns(['trail_id', 'period', 'distance_mm', 'person_id'])
      .execute()
  },
}
