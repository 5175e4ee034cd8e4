import { join } from 'node:path'
import { hasProgram } from '../../lib/has-program.ts'
import type { StoreCopies } from '../../ports/store-copies.ts'

/** `undefined` for PostgreSQL where its own tools are not on the PATH. */
export function chooseCopies(config: { dataDir: string; databaseUrl: string | null }): StoreCopies | undefined {
  const { dataDir, databaseUrl } = config
  const folders = { dataDir, avatarFolder: join(dataDir, 'avatars') }
  if (databaseUrl === null) {
    return {
      async backUp(file, now, tell) {
        const { backUpSqlite } = await import('./sqlite-backup.ts')
        return backUpSqlite({ ...folders, now }, file, tell)
      },
      async restore(file) {
        const { removeSqlite, restoreSqlite } = await import('./sqlite-restore.ts')
        return { summary: await restoreSqlite(folders, file), undo: () => removeSqlite(folders) }
      },
    }
  }
  if (!hasProgram('pg_dump') || !hasProgram('pg_restore')) return undefined
  return {
    async backUp(file, now, tell) {
      const { backUpPostgres } = await import('./postgres-backup.ts')
      return backUpPostgres({ ...folders, databaseUrl, now }, file, tell)
    },
    async restore(file, tell) {
      const { emptyPostgres, restorePostgres } = await import('./postgres-restore.ts')
      const place = { ...folders, databaseUrl }
      return { summary: await restorePostgres(place, file, tell), undo: () => emptyPostgres(place) }
    },
  }
}
