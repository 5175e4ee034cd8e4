import { endpoint } from './endpoint.ts'

/** An exercise bike on a trail. */
export interface Device {
  id: string
  /** What is painted on it: 3 号车. */
  number: number
  trailId: string
  trailName: string
}

/** What was scanned, as the platform hands it over: exactly one of the two. */
export interface ScanRequest {
  /** A mini-program code's scene: the device code itself. */
  scene?: string
  /** The link of an ordinary QR code; its last path segment is the device code. */
  q?: string
}

/** The same person scanning the same bike again is answered the same intent while it lives. */
export interface ScanResponse {
  device: Device
  intentId: string
  /** ISO 8601. */
  expiresAt: string
}

/**
 * Fails with `device.code_forged`, `device.code_expired`, `device.other_trail`, `device.revoked`, `device.unknown`,
 * `device.occupied`, `device.offline`; where it is known, the problem's `device` says which bike it is about.
 */
export const scanDevice = endpoint<ScanRequest, ScanResponse>('scanDevice', 'POST', '/v1/scans')
