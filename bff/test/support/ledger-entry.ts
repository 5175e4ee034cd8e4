import type { LedgerEntry } from '../../src/domain/login-ledger.ts'

/** A code leased at this moment, for as long as `login-claim.ts` leases one. */
export const ledgerEntry = (at: (ms: number) => Date, changes: Partial<LedgerEntry> = {}): LedgerEntry => ({
  codeHash: 'c1',
  nonceHash: 'n1',
  state: 'leased',
  leaseUntil: at(5000),
  contested: false,
  tokenHash: null,
  sealedAnswer: null,
  refusal: null,
  expiresAt: at(900_000),
  ...changes,
})
