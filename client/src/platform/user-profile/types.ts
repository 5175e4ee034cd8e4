import type { PlatformProfileRequest } from '@trailpass/shared'

/** The profile as clients gave it away before people filled it in themselves. */
export interface UserProfile {
  /** Before base library 2.21.2: nobody fills a profile in, and a phone number comes sealed in the place of a code. */
  isEarly(): boolean
  /** To be called in the press itself. Resolves undefined when the person says no. */
  ask(purpose: string): Promise<PlatformProfileRequest | undefined>
}
