export { parseEntry as readEntry } from './parse-entry'

/** Whether the app opens with a session of its own. A page that a mini program opens in a browser brings another. */
export const opensWithSession = true
