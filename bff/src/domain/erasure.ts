/** Who requested it: the person, the platform on the person's behalf, or an operator on request. */
export type ErasureCause = 'person' | 'platform' | 'operator'

/** Identifies nobody: `personHash` is a keyed hash by which an account in a restored backup is recognised. */
export interface Erasure {
  personHash: string
  cause: ErasureCause
  erasedAt: Date
}

/** How long an erasure is remembered: as long as a backup that contains the account may be restored. */
export const erasureRecordMs = 180 * 86_400_000
