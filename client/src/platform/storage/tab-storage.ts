import type { KeyValueStorage } from './types'

/** Lives as long as the browser's tab. Where a browser forbids it, even naming it throws. */
export const tabStorage: KeyValueStorage = {
  read(key) {
    try {
      return window.sessionStorage.getItem(key) ?? undefined
    } catch {
      return undefined
    }
  },
  write(key, text) {
    try {
      window.sessionStorage.setItem(key, text)
    } catch {
      // Full or forbidden: whoever has to know reads it again.
    }
  },
  remove(key) {
    try {
      window.sessionStorage.removeItem(key)
    } catch {
      // As above.
    }
  },
}
