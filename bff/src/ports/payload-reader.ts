import type { StepDay } from '../domain/payload.ts'
import type { Secret } from '../domain/secret.ts'

export interface SealedPayload {
  encryptedData: string
  iv: string
}

export interface SignedPayload extends SealedPayload {
  rawData: string
  signature: string
}

/** The required owner of a payload. */
export interface PayloadSubject {
  appId: string
  subject: string
}

export interface Opened<Value> {
  value: Value
  /** When the platform made the payload. */
  madeAt: Date
}

/** `null` if the payload type does not identify its owner. */
export interface PlatformProfile {
  nickname: string | null
}

/**
 * Decrypts payloads under the session_key. Every flaw results in `undefined`, after as much work as a valid payload
 * takes: the encryption has no MAC, so distinguishable flaws would be a padding oracle.
 */
export interface PayloadReader {
  readProfile(about: PayloadSubject, payload: SignedPayload, key: Secret): Opened<PlatformProfile> | undefined
  readSteps(about: PayloadSubject, payload: SealedPayload, key: Secret): Opened<StepDay[]> | undefined
  /** Digits with country code. */
  readPhone(about: PayloadSubject, payload: SealedPayload, key: Secret): Opened<Secret> | undefined
}
