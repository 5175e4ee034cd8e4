import { createHmac, timingSafeEqual } from 'node:crypto'
import { decodeBase32, encodeBase32 } from '../base32.ts'

const version = '1'
export const deviceIdLength = 8
const epochLength = 2
const macLength = 13 // 65 bits
const bodyLength = version.length + deviceIdLength + epochLength
export const lastEpoch = 2 ** (5 * epochLength) - 1

export interface DeviceCode {
  deviceId: string
  epoch: number
}

/** The code printed on a bike: version, device, epoch, truncated HMAC-SHA256. 24 characters, all legal in a scene. */
export function createDeviceCode(key: Buffer, { deviceId, epoch }: DeviceCode): string {
  const body = version + deviceId + encodeBase32(BigInt(epoch), epochLength)
  return body + macOf(key, body)
}

/** `undefined` for anything not created with this key. */
export function readDeviceCode(key: Buffer, code: string): DeviceCode | undefined {
  if (code.length !== bodyLength + macLength || !code.startsWith(version)) return undefined
  const body = code.slice(0, bodyLength)
  const mac = Buffer.from(code.slice(bodyLength))
  const expected = Buffer.from(macOf(key, body))
  if (mac.length !== expected.length || !timingSafeEqual(mac, expected)) return undefined
  const epoch = decodeBase32(body.slice(-epochLength))
  return epoch === undefined ? undefined : { deviceId: body.slice(version.length, -epochLength), epoch: Number(epoch) }
}

function macOf(key: Buffer, body: string): string {
  const digest = createHmac('sha256', key).update(body).digest('hex')
  return encodeBase32(BigInt(`0x${digest}`), macLength)
}
