import { createHmac } from 'node:crypto'
import type { LoginRequest } from '@trailpass/shared'
import { deriveKey, seal, unseal } from '../lib/seal.ts'

/** The hashes a code is remembered by, and the box its answer lies in. */
export interface LedgerKeys {
  codeHash: string
  nonceHash: string
  /** Only who knows nonce and code opens it: a stolen table opens nothing. */
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
