export { parseEntry as readEntry } from './parse-entry'

/**
 * Whether the app uses its normal session. A page that a mini program opens in a browser has a ticket's session
 * instead.
 */
export const opensWithSession = true
