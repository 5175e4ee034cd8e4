import type { Drafts } from './types'

const texts = new Map<string, string>()

export const drafts: Drafts = {
  read: (key) => texts.get(key),
  write: (key, text) => void texts.set(key, text),
  remove: (key) => void texts.delete(key),
  clear: () => texts.clear(),
}
