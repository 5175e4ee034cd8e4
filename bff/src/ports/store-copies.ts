import type { BackupSummary } from '../domain/backup.ts'

type Tell = (line: string) => void

/** Copies of the whole store, people, keys and avatars, in one file. */
export interface StoreCopies {
  /** Writes one beside whoever writes to the store; the file must not be there yet. Throws BackupError. */
  backUp(file: string, now: Date, tell: Tell): Promise<BackupSummary>
  /**
   * Makes a store in an empty place; `undo` empties that again, for one that turns out to be nothing of ours. Throws
   * BackupError, FolderInUseError.
   */
  restore(file: string, tell: Tell): Promise<{ summary: BackupSummary; undo(): Promise<void> }>
}
