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

/** Whom a payload has to be about. */
export interface PayloadSubject {
  appId: string
  subject: string
}

export interface Opened<Value> {
  value: Value
  /** When the platform made the payload. */
  madeAt: Date
}

/** `null` for what a platform tells of nobody in particular. */
export interface PlatformProfile {
  nickname: string | null
}

/**
 * Reads what a platform's client sealed under the session_key. `undefined` for every flaw alike, after as much work
 * as a good payload takes: the sealing has no MAC, so whoever could tell one flaw from another could read payloads.
 */
export interface PayloadReader {
  readProfile(about: PayloadSubject, payload: SignedPayload, key: Secret): Opened<PlatformProfile> | undefined
  readSteps(about: PayloadSubject, payload: SealedPayload, key: Secret): Opened<StepDay[]> | undefined
  /** Digits with country code. */
  readPhone(about: PayloadSubject, payload: SealedPayload, key: Secret): Opened<Secret> | undefined
}
