import { endpoint } from './endpoint.ts'
import type { RideSample } from './ride.ts'

/** What a bike says of itself. It is signed, and needs no session. */
export interface DeviceReport {
  /** The ride the samples belong to; without one, the ride going on. */
  rideId?: string
  /** Empty: the bike only says that it is there. */
  samples: RideSample[]
}

export interface DeviceReportAnswer {
  /** The ride going on, and the number its next sample has. */
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
