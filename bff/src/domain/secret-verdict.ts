/** Why a platform rejects a secret, where the app's owner can fix it. */
export type SecretFault = 'app-unknown' | 'secret-wrong' | 'secret-frozen' | 'address-not-listed' | 'other'

/** A platform's verdict on a secret. */
export type SecretVerdict =
  | { kind: 'taken' }
  /**
   * `code` is the platform's error code. `address` is this server's, if the platform names it as missing on the allow
   * list.
   */
  | { kind: 'refused'; fault: SecretFault; code: string; address: string | null }
  /** Slow, busy or broken: unknown for now. */
  | { kind: 'unanswered' }
