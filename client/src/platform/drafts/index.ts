import type { KeyValueStorage } from '../storage/types'

const texts = new Map<string, string>()

/** What somebody is typing. It outlives the form, not the app. */
export const drafts: KeyValueStorage = {
  read: (key) => texts.get(key),
  write: (key, text) => void texts.set(key, text),
  remove: (key) => void texts.delete(key),
}
