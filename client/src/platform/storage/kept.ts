import type { KeyValueStorage } from './types'

/** Stores one value under one key, so that it cannot be partially lost. */
export interface Kept<Value> {
  /** `null` if there is none, or if it is damaged or of another version. */
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
