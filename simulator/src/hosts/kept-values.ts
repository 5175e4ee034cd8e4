const itemBytes = 1024 * 1024
const totalBytes = 10 * 1024 * 1024

/** Storage that survives a restart. It can be passed to a later host. */
export type WxStorage = Map<string, unknown>

/** The storage behind each platform's API. Returns copies. */
export function createKeptValues(storage: WxStorage, parse: (json: string) => unknown) {
  const copy = (value: unknown) => (value === undefined ? '' : parse(JSON.stringify(value)))
  const sizeOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value) ?? '')
  const used = () => [...storage.values()].reduce<number>((sum, value) => sum + sizeOf(value), 0)

  return {
    has: (key: string) => storage.has(key),
    read: (key: string) => copy(storage.get(key)),
    write(key: string, value: unknown) {
      const bytes = sizeOf(value)
      if (bytes > itemBytes) throw new Error('setStorage:fail exceed max data size 1MB per key')
      if (used() - sizeOf(storage.get(key)) + bytes > totalBytes)
        throw new Error('setStorage:fail exceed max size 10MB')
      storage.set(key, copy(value))
    },
    remove: (key: string) => void storage.delete(key),
    clear: () => storage.clear(),
    info: () => ({
      keys: [...storage.keys()],
      currentSize: Math.ceil(used() / 1024),
      limitSize: totalBytes / 1024,
    }),
  }
}
