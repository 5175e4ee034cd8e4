import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import Database from 'libsql'
import { appId } from './trailpass.ts'

const now = Date.now()
const day = 86_400_000

/**
 * Fills an embedded store that has its tables with people, each with an identity, a session and a place in the ranking.
 * The subjects are those that the bench's platform answers.
 */
export function seedAccounts(dataDir: string, count: number): void {
  const database = new Database(join(dataDir, 'trailpass.db'))
  // The file is thrown away: what a power cut would do to it does not matter.
  database.exec('pragma synchronous = off; pragma foreign_keys = off')
  const numbers = `with recursive number(n) as (select 0 union all select n + 1 from number where n < ${count - 1})`
  const personId = `printf('01BENCH%019d', n)`
  const long = (seed: string) => `'${randomBytes(12).toString('hex')}' || printf('%019d', ${seed})`
  const statements = [
    `insert into trail (id, name, length_meters, created_at, time_zone)
       values ('t1', 'A 湖', 3200, ${now}, 'Asia/Shanghai')`,
    `${numbers} insert into person (id, nickname, rider_id, registered_at, profile_refreshed_at, ranked, created_at)
       select ${personId}, '步道用户', 'R' || n, ${now - day}, ${now - day}, 1, ${now - 30 * day} from number`,
    `${numbers} insert into identity (platform, app_id, subject, person_id, key_epoch, created_at)
       select 'weapp', '${appId}', 'o' || n, ${personId}, 1, ${now - 30 * day} from number`,
    // Hashes come in no order, and so do the devices.
    `${numbers} insert into session (token_hash, person_id, platform, app_id, device_hash, identified, created_at, last_seen_at, scope)
       select ${long(`(n * 2654435761) % 4294967296`)}, ${personId}, 'weapp', '${appId}',
         ${long(`(n * 2246822519) % 4294967296`)}, 1, ${now - 20 * day}, ${now - day}, 'full' from number`,
    `${numbers} insert into standing (trail_id, period, person_id, distance_mm, shown)
       select 't1', 'all', ${personId}, 1000 + (n * 2654435761) % 4294967296, 1 from number`,
    'pragma wal_checkpoint(truncate)',
  ]
  for (const statement of statements) database.exec(statement)
  database.close()
}
