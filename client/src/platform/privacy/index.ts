import type { PrivacyGate } from './types'

/** Only WeChat has such a gate. */
export const privacy: PrivacyGate | undefined = undefined as PrivacyGate | undefined
