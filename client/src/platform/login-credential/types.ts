export interface CredentialRequest {
  /** The person asked to sign in: a platform that must leave the page may do so again. */
  asked: boolean
}

/** The platform's word on who is holding the phone. */
export interface LoginCredentials {
  /** A code that works once, minutes long. Throws `LoginCredentialError`. */
  obtain(request: CredentialRequest): Promise<string>
  /** False when the platform's session_key of the latest login is gone. True where there is none. */
  isSessionKeyAlive(): Promise<boolean>
}
