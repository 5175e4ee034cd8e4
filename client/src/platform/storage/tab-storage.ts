import type { KeyValueStorage } from './types'

/** Lasts as long as the browser tab. Where storage is forbidden, even accessing the property throws. */
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
      // Storage is full or forbidden: callers that need to know read the value back.
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
