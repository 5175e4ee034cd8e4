/** A bike with a code on it. */
export interface DeviceRecord {
  id: string
  trailId: string
  trailName: string
  number: number
  /** Codes of an earlier epoch are invalid. */
  epoch: number
  /** The first epoch on its current trail: earlier codes were printed for another trail. */
  trailEpoch: number
  revokedAt: Date | null
  /** `null` until the first report: a bike that never reports is not treated as offline. */
  lastReportAt: Date | null
}

/** A bike that has reported before, but not for this long, is offline and cannot be ridden. */
export const silenceMs = 5 * 60_000

export function isOffline({ lastReportAt }: DeviceRecord, now: Date): boolean {
  return lastReportAt !== null && now.getTime() - lastReportAt.getTime() > silenceMs
}

/** How long a scan is valid: login, terms and registration may happen before the ride. */
export const scanIntentMs = 15 * 60_000

export interface ScanIntent {
  id: string
  personId: string
  deviceId: string
  entryKind: string
  expiresAt: Date
}
