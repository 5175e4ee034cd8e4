/** The result of a backup. */
export interface BackupSummary {
  /** The time of the snapshot. */
  at: Date
  bytes: number
  avatars: number
}

/** The reason why a backup or restore failed, as text for the operator. */
export class BackupError extends Error {
  override readonly name = 'BackupError'
}
