/** What keeps a platform from taking a secret, where whoever holds the app can mend it. */
export type SecretFault = 'app-unknown' | 'secret-wrong' | 'secret-frozen' | 'address-not-listed' | 'other'

/** What a platform says of a secret. */
export type SecretVerdict =
  | { kind: 'taken' }
  /** `code` is the platform's own. `address` is this server's, where the platform wants it on a list and names it. */
  | { kind: 'refused'; fault: SecretFault; code: string; address: string | null }
  /** Slow, busy or broken: nobody can tell just now. */
  | { kind: 'unanswered' }
