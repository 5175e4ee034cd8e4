import { createHmac, randomBytes } from 'node:crypto'

/** Makes and hashes the credentials that clients hold. Only the hashes are stored. */
export interface TokenService {
  /** 32 random bytes, base64url. */
  create(): string
  hash(token: string): string
  hashDevice(deviceId: string): string
  hashTicket(ticket: string): string
  hashSecretLink(link: string): string
  hashSecretReceipt(receipt: string): string
  /** The public name of a session in lists, from which neither the token nor its hash can be derived. */
  nameSession(tokenHash: string): string
  /** Identifies a push that arrives again. */
  hashPush(text: string): string
  /** Identifies an erased account if a restored backup contains it. */
  hashPerson(personId: string): string
}

export function createTokenService(pepper: Buffer): TokenService {
  const keyed = (domain: string, text: string) =>
    createHmac('sha256', pepper).update(`${domain}\0${text}`).digest('base64url')
  return {
    create: () => randomBytes(32).toString('base64url'),
    hash: (token) => createHmac('sha256', pepper).update(token).digest('base64url'),
    hashDevice: (deviceId) => keyed('device', deviceId),
    hashTicket: (ticket) => keyed('ticket', ticket),
    hashSecretLink: (link) => keyed('secret link', link),
    hashSecretReceipt: (receipt) => keyed('secret receipt', receipt),
    nameSession: (tokenHash) => keyed('session name', tokenHash).slice(0, 22),
    hashPush: (text) => keyed('push', text),
    hashPerson: (personId) => keyed('person', personId),
  }
}
