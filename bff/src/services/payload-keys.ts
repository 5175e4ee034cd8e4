import { createHmac } from 'node:crypto'
import { deriveKey, seal, unseal } from '../lib/seal.ts'

/** The hash a payload is remembered by, and the box its answer lies in. */
export interface PayloadKeys {
  payloadHash: string
  /** Only who has the payload opens it. */
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
