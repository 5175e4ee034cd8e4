import type { EncryptedPayload } from '@trailpass/shared'

export type SealedSteps =
  | { kind: 'sealed'; payload: EncryptedPayload }
  /** The person said no. */
  | { kind: 'denied' }
  /** The person has not agreed to the platform's gate, this time. */
  | { kind: 'unagreed' }
  /** The phone does not count, or nobody answered. */
  | { kind: 'unavailable' }

/** The steps that the platform counts. */
export interface WeRun {
  /** The platform may ask the person. Never throws. */
  read(): Promise<SealedSteps>
  /** Whether `read` would ask nobody. Never throws. */
  isGranted(): Promise<boolean>
  /** Where a refusal is taken back. */
  openSettings(): Promise<void>
}
