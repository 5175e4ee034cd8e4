import { endpoint } from './endpoint.ts'
import type { RideSample } from './ride.ts'

/** A bike's report. It is signed, and needs no session. */
export interface DeviceReport {
  /** The ride of the samples; defaults to the active ride. */
  rideId?: string
  /** Empty for a heartbeat. */
  samples: RideSample[]
}

export interface DeviceReportAnswer {
  /** The active ride, and the number of its next sample. */
  ride: { id: string; nextSequence: number } | null
}

/**
 * Signed by `deviceSignatureHeader`: base64url of HMAC-SHA256 with the bike's key over `<time>.<body as sent>`, the time
 * from `deviceTimeHeader` in epoch milliseconds. Fails with `device.unknown`, `device.revoked`.
 */
export const reportDevice = endpoint<DeviceReport, DeviceReportAnswer>(
  'reportDevice',
  'POST',
  '/v1/devices/:id/reports',
)
export const deviceTimeHeader = 'Trailpass-Device-Time'
export const deviceSignatureHeader = 'Trailpass-Device-Signature'
