export interface CredentialRequest {
  /** The person asked to sign in, so the platform may leave the page again. */
  asked: boolean
}

/** Login credentials of the platform. */
export interface LoginCredentials {
  /** A single-use code, valid for minutes. Throws `LoginCredentialError`, or `NetworkError` where a code needs the network. */
  obtain(request: CredentialRequest): Promise<string>
  /** Whether the page has returned from the platform with a code, after the person asked to sign in. */
  hasCode?: () => boolean
  /** False when the platform's session_key of the latest login is gone. True where there is none. */
  isSessionKeyAlive(): Promise<boolean>
}
