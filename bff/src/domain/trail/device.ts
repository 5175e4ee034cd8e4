/** A bike with a code on it. */
export interface DeviceRecord {
  id: string
  trailId: string
  trailName: string
  number: number
  /** Codes of an earlier epoch are no longer good. */
  epoch: number
  /** The first epoch of the trail it stands on: earlier codes were printed for another one. */
  trailEpoch: number
  revokedAt: Date | null
  /** `null` until it has reported for the first time: a bike that never reports is not missed. */
  lastReportAt: Date | null
}

/** A bike that reports, but has not for this long, cannot be ridden. */
export const silenceMs = 5 * 60_000

export function isOffline({ lastReportAt }: DeviceRecord, now: Date): boolean {
  return lastReportAt !== null && now.getTime() - lastReportAt.getTime() > silenceMs
}

/** How long a scan waits for its ride: login, terms and registration lie between. */
export const scanIntentMs = 15 * 60_000

export interface ScanIntent {
  id: string
  personId: string
  deviceId: string
  entryKind: string
  expiresAt: Date
}
