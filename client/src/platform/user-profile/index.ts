import type { UserProfile } from './types'

/** Only WeChat had it. */
export const userProfile: UserProfile | undefined = undefined as UserProfile | undefined
