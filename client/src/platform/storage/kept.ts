import type { KeyValueStorage } from './types'

/** One value under one key, so that no half of it can be lost. */
export interface Kept<Value> {
  /** `null` for none, a damaged one, or one of another version. */
  read(): Value | null
  write(value: Value): void
  clear(): void
}

const version = 1

/** `field` is its name in what is stored. */
export function keep<Value>(
  storage: KeyValueStorage,
  key: string,
  isWhole: (value: Value) => boolean,
  field = 'value',
): Kept<Value> {
  return {
    read() {
      try {
        const stored = JSON.parse(storage.read(key) ?? '')
        return stored.version === version && isWhole(stored[field]) ? stored[field] : null
      } catch {
        return null
      }
    },
    write: (value) => storage.write(key, JSON.stringify({ version, [field]: value })),
    clear: () => storage.remove(key),
  }
}
