import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { betterAuth } from 'better-auth'
import { getMigrations } from 'better-auth/db/migration'
import { toNodeHandler } from 'better-auth/node'
import { anonymous } from 'better-auth/plugins'
import { SqliteDialect } from 'kysely'
import Database from 'libsql'
import { serve } from './serve.ts'

// better-auth with its anonymous plugin, on SQLite: no platform is asked, a session is made and read.
const database = new Database(join(mkdtempSync(join(tmpdir(), 'trailpass-bench-')), 'auth.db'))
database.exec('pragma journal_mode = WAL')

const auth = betterAuth({
  baseURL: 'http://127.0.0.1',
  secret: Buffer.alloc(32, 7).toString('base64'),
  database: { dialect: new SqliteDialect({ database }), type: 'sqlite' },
  plugins: [anonymous()],
  rateLimit: { enabled: false },
  telemetry: { enabled: false },
  advanced: { disableCSRFCheck: true },
})
const { runMigrations } = await getMigrations(auth.options)
await runMigrations()
serve(toNodeHandler(auth))
