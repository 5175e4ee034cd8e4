import type { MigrationProvider } from 'kysely'
import { first } from './0001-first.ts'
import { rides } from './0002-rides.ts'
import { webTickets } from './0003-web-tickets.ts'
import { trails } from './0004-trails.ts'
import { sessionKeys } from './0006-session-keys.ts'
import { people } from './0007-people.ts'
import { contentAndPush } from './0008-content-and-push.ts'
import { platformTokens } from './0009-platform-tokens.ts'
import { vault } from './0010-vault.ts'
import { vaultAudit } from './0010-vault-audit.ts'
import { secretIntake } from './0011-secret-intake.ts'

/** In order of their names; Kysely runs each once, under the dialect's own lock. */
export const migrationProvider: MigrationProvider = {
  getMigrations: async () => ({
    '0001_first': first,
    '0002_rides': rides,
    '0003_web_tickets': webTickets,
    '0004_trails': trails,
    '0007_people': people,
    '0006_session_keys': sessionKeys,
    '0008_content_and_push': contentAndPush,
    '0009_platform_tokens': platformTokens,
    '0010_vault': vault,
    '0010_vault_audit': vaultAudit,
    '0011_secret_intake': secretIntake,
  }),
}
