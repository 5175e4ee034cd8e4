/** What a backup holds beside the tables of the store; a restore takes both out again. */
export const backupTables = {
  note: 'backup_note',
  avatar: 'backup_avatar',
} as const

export const backupFormat = 'trailpass backup 1'
