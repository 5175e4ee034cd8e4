import { endpoint } from './endpoint.ts'

/** An exercise bike on a trail. */
export interface Device {
  id: string
  /** The number painted on it: 3 号车. */
  number: number
  trailId: string
  trailName: string
}

/** The scanned content, as returned by the platform: exactly one of the two. */
export interface ScanRequest {
  /** A mini-program code's scene: the device code itself. */
  scene?: string
  /** The link of an ordinary QR code; its last path segment is the device code. */
  q?: string
}

/** Scanning the same bike again returns the same intent while it is valid. */
export interface ScanResponse {
  device: Device
  intentId: string
  /** ISO 8601. */
  expiresAt: string
}

/**
 * Fails with `device.code_forged`, `device.code_expired`, `device.other_trail`, `device.revoked`, `device.unknown`,
 * `device.occupied`, `device.offline`; if the bike is known, the problem's `device` identifies it.
 */
export const scanDevice = endpoint<ScanRequest, ScanResponse>('scanDevice', 'POST', '/v1/scans')
