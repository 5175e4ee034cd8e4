/** Nobody used it for this long: of no use to the platform either. */
export const sessionKeyIdleMs = 3 * 86_400_000

/** Whose key it is: one person in one app. */
export interface KeyOwner {
  personId: string
  platform: string
  appId: string
}

/** One session_key and the logins it answers for: platforms often give the same key again. */
export interface SealedSessionKey extends KeyOwner {
  firstEpoch: number
  lastEpoch: number
  sealed: string
  createdAt: Date
  usedAt: Date
  /** When a login brought another key; `null` for the current one. */
  replacedAt: Date | null
}

/** The current key, and the one before it for a while: a payload may have been made just before the login. */
export const isUsable = ({ replacedAt }: SealedSessionKey, now: Date, graceMs: number): boolean =>
  replacedAt === null || now.getTime() - replacedAt.getTime() < graceMs

export const coversEpoch = ({ firstEpoch, lastEpoch }: SealedSessionKey, epoch: number): boolean =>
  firstEpoch <= epoch && epoch <= lastEpoch
