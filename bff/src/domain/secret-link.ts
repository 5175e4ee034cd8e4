/** How long a developer's link waits for the owner of an app. */
export const secretLinkMs = 15 * 60_000
/** Each of them asks the platform once. */
export const secretLinkTries = 5

/** Lets whoever holds it hand over the secret of one app, once. */
export interface SecretLink {
  /** Keyed hash: the link itself is only in the address that was given out. */
  linkHash: string
  appRowId: string
  createdAt: Date
  expiresAt: Date
}

/** Lets whoever holds it withdraw the secret that they handed over. */
export interface SecretReceipt {
  /** Keyed hash of what the owner's browser made up. */
  receiptHash: string
  linkHash: string
  appRowId: string
  version: number
  fingerprint: string
  createdAt: Date
  withdrawnAt: Date | null
}
