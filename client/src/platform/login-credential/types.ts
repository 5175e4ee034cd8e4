export interface CredentialRequest {
  /** The person asked to sign in: a platform that must leave the page may do so again. */
  asked: boolean
}

/** The platform's word on who is holding the phone. */
export interface LoginCredentials {
  /** A code that works once, minutes long. Throws `LoginCredentialError`. */
  obtain(request: CredentialRequest): Promise<string>
  /** Whether the page has come back from the platform with a code, which a press was waiting for. */
  hasCode?: () => boolean
  /** False when the platform's session_key of the latest login is gone. True where there is none. */
  isSessionKeyAlive(): Promise<boolean>
}
