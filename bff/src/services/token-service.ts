import { createHmac, randomBytes } from 'node:crypto'

/** Makes and hashes the credentials that clients hold. Only the hashes are stored. */
export interface TokenService {
  /** 32 random bytes, base64url. */
  create(): string
  hash(token: string): string
  hashDevice(deviceId: string): string
}

export function createTokenService(pepper: Buffer): TokenService {
  const keyed = (domain: string, text: string) =>
    createHmac('sha256', pepper).update(`${domain}\0${text}`).digest('base64url')
  return {
    create: () => randomBytes(32).toString('base64url'),
    hash: (token) => createHmac('sha256', pepper).update(token).digest('base64url'),
    hashDevice: (deviceId) => keyed('device', deviceId),
  }
}
