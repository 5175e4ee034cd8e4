import type { KeyValueStorage } from '../storage/types'

/** What somebody is typing. It outlives the form, not the app. */
export interface Drafts extends KeyValueStorage {
  /** Nothing of one person is left for the next. */
  clear(): void
}
