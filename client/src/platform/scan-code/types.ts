import type { Entry } from '@trailpass/shared'

/**
 * Opens the platform's own scanner. Resolves `undefined` when the person closes it; an entry without a `deviceCode`
 * for a code that is on no bike.
 */
export type ScanCode = () => Promise<Entry | undefined>
