import type { ScanCode } from './types'

/** A browser has no scanner: the phone's camera opens the printed link. */
export const scanCode: ScanCode | undefined = undefined
