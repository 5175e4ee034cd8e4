import type { KeyValueStorage } from '../storage/types'

const prefix = 'trailpass.draft.'

/** Lives as long as the tab, since signing in again leaves the page and comes back. */
export const drafts: KeyValueStorage = {
  read: (key) => window.sessionStorage.getItem(prefix + key) ?? undefined,
  write: (key, text) => window.sessionStorage.setItem(prefix + key, text),
  remove: (key) => window.sessionStorage.removeItem(prefix + key),
}
