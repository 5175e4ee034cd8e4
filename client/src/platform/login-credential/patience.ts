import { withinPatience } from '../within-patience'

/** A silent login asks nobody: an answer that takes longer does not come. */
export const patienceMs = 10_000
/** Long enough to sign in to the platform itself. */
export const askedPatienceMs = 120_000

/** Without an answer the session_key stands: an operation that needs it will say otherwise. */
export const aliveUnlessTold = (answer: Promise<boolean>): Promise<boolean> =>
  withinPatience(answer, patienceMs).catch(() => true)
