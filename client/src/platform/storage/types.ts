/** Small strings stored on the phone. Never throws: a full or forbidden storage keeps nothing. */
export interface KeyValueStorage {
  read(key: string): string | undefined
  write(key: string, text: string): void
  remove(key: string): void
}
