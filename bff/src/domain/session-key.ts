/** A key unused for this long has also expired at the platform. */
export const sessionKeyIdleMs = 3 * 86_400_000

/** The owner of a key: one person in one app. */
export interface KeyOwner {
  personId: string
  platform: string
  appId: string
}

/** One session_key and the range of logins that returned it: platforms often return the same key again. */
export interface SealedSessionKey extends KeyOwner {
  firstEpoch: number
  lastEpoch: number
  sealed: string
  createdAt: Date
  usedAt: Date
  /** When a login brought a different key; `null` for the current one. */
  replacedAt: Date | null
}

/** The current key and, for a while, the previous one: a payload may have been made just before the login. */
export const isUsable = ({ replacedAt }: SealedSessionKey, now: Date, graceMs: number): boolean =>
  replacedAt === null || now.getTime() - replacedAt.getTime() < graceMs

export const coversEpoch = ({ firstEpoch, lastEpoch }: SealedSessionKey, epoch: number): boolean =>
  firstEpoch <= epoch && epoch <= lastEpoch
