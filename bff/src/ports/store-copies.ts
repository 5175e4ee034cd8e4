import type { BackupSummary } from '../domain/backup.ts'

type Tell = (line: string) => void

/** Backups of the whole store, people, keys and avatars, in one file. */
export interface StoreCopies {
  /** Writes a backup while the store stays in use; the file must not exist. Throws BackupError. */
  backUp(file: string, now: Date, tell: Tell): Promise<BackupSummary>
  /** Restores into an empty place; `undo` empties it again. Throws BackupError, FolderInUseError. */
  restore(file: string, tell: Tell): Promise<{ summary: BackupSummary; undo(): Promise<void> }>
}
