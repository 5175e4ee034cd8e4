/** Who wanted it: the person, the platform on the person's behalf, or an operator asked to. */
export type ErasureCause = 'person' | 'platform' | 'operator'

/** Names nobody: `personHash` is a keyed hash, by which an account that a backup brings back is known again. */
export interface Erasure {
  personHash: string
  cause: ErasureCause
  erasedAt: Date
}

/** How long it is remembered that an account was erased: as long as a backup that still has it may be restored. */
export const erasureRecordMs = 180 * 86_400_000
