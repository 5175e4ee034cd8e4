import type { PlatformProfileRequest } from '@trailpass/shared'

/** The platform profile that old clients supply. */
export interface UserProfile {
  /**
   * True before base library 2.21.2: there are no controls to fill in a profile, and a phone number is encrypted
   * instead of a code.
   */
  isEarly(): boolean
  /** Call it directly in the press. Resolves to undefined if the person declines. */
  ask(purpose: string): Promise<PlatformProfileRequest | undefined>
}
