import { createHmac } from 'node:crypto'
import { deriveKey, seal, unseal } from '../lib/seal.ts'

/** The hash that identifies a payload in the ledger, and the encryption of its answer. */
export interface PayloadKeys {
  payloadHash: string
  /** The key is derived from the payload, so only its owner can open the answer. */
  sealAnswer(answer: string): string
  openAnswer(sealed: string): string
}

export function derivePayloadKeys(ledgerKey: Buffer, parts: readonly string[]): PayloadKeys {
  const payload = JSON.stringify(['payload', ...parts])
  const payloadHash = createHmac('sha256', ledgerKey).update(payload).digest('base64url')
  const answerKey = () => deriveKey(ledgerKey, JSON.stringify(['payload answer', ...parts]))
  return {
    payloadHash,
    sealAnswer: (answer) => seal(answerKey(), payloadHash, answer),
    openAnswer: (sealed) => unseal(answerKey(), payloadHash, sealed),
  }
}
