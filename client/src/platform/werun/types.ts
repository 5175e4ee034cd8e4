import type { EncryptedPayload } from '@trailpass/shared'

export type SealedSteps =
  | { kind: 'sealed'; payload: EncryptedPayload }
  /** The person declined. */
  | { kind: 'denied' }
  /** The person did not agree at the platform's consent gate this time. */
  | { kind: 'unagreed' }
  /** The phone does not count, or nobody answered. */
  | { kind: 'unavailable' }

/** The steps that the platform counts. */
export interface WeRun {
  /** The platform may ask the person. Never throws. */
  read(): Promise<SealedSteps>
  /** Whether `read` would not prompt. Never throws. */
  isGranted(): Promise<boolean>
  /** Opens the settings where a refusal can be reversed. */
  openSettings(): Promise<void>
}
