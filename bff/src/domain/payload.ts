/**
 * This many invalid payloads in this time lock an operation for the account, which prevents a padding oracle attack.
 */
export const payloadFailuresAllowed = 5
export const payloadFailureWindowMs = 10 * 60_000
/** How long an accepted payload is remembered, beyond the longest life that a setting can give it. */
export const payloadLedgerMs = 2 * 86_400_000
export const payloadMaxAgeLimitSeconds = 86_400

/** The number of steps on a day (`YYYY-MM-DD`), as counted by the platform. */
export interface StepDay {
  day: string
  steps: number
}
