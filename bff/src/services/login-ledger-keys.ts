import { createHmac } from 'node:crypto'
import type { LoginRequest } from '@trailpass/shared'
import { deriveKey, seal, unseal } from '../lib/seal.ts'

/** The hashes that identify a code in the ledger, and the encryption of its answer. */
export interface LedgerKeys {
  codeHash: string
  nonceHash: string
  /** The key is derived from nonce and code, so a stolen table reveals nothing. */
  sealAnswer(answer: string): string
  openAnswer(sealed: string): string
}

export function deriveLedgerKeys(
  ledgerKey: Buffer,
  { platform, appId, code, nonce }: Pick<LoginRequest, 'platform' | 'appId' | 'code' | 'nonce'>,
): LedgerKeys {
  const keyed = (text: string) => createHmac('sha256', ledgerKey).update(text).digest('base64url')
  const codeHash = keyed(JSON.stringify(['code', platform, appId, code]))
  const answerKey = () => deriveKey(ledgerKey, JSON.stringify(['answer', codeHash, nonce, code]))
  return {
    codeHash,
    nonceHash: keyed(JSON.stringify(['nonce', nonce])),
    sealAnswer: (answer) => seal(answerKey(), codeHash, answer),
    openAnswer: (sealed) => unseal(answerKey(), codeHash, sealed),
  }
}
