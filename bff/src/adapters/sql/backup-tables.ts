/** Tables that only a backup has; a restore drops them. */
export const backupTables = {
  note: 'backup_note',
  avatar: 'backup_avatar',
} as const

export const backupFormat = 'trailpass backup 1'
