import type { KeyValueStorage } from '../storage/types'

/** Drafts of form input. They outlive the form, not the app. */
export interface Drafts extends KeyValueStorage {
  /** Clears all drafts when the person changes. */
  clear(): void
}
