import { withinPatience } from '../within-patience'

/** A silent login involves no prompt, so a slow response is treated as missing. */
export const patienceMs = 10_000
/** Long enough to sign in to the platform itself. */
export const askedPatienceMs = 120_000

/** Without a response the session_key is assumed valid: an operation that needs it will find out. */
export const aliveUnlessTold = (answer: Promise<boolean>): Promise<boolean> =>
  withinPatience(answer, patienceMs).catch(() => true)
