/** What a backup came to. */
export interface BackupSummary {
  /** When the database stood still for it. */
  at: Date
  bytes: number
  avatars: number
}

/** Why there is no backup, or nothing was restored, in words for the operator. */
export class BackupError extends Error {
  override readonly name = 'BackupError'
}
