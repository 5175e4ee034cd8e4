import type { Calls, WxOptions } from './calls.ts'

const itemBytes = 1024 * 1024
const totalBytes = 10 * 1024 * 1024

/** What a phone keeps between two starts. A later host may take it over. */
export type WxStorage = Map<string, unknown>

// https://developers.weixin.qq.com/miniprogram/dev/framework/ability/storage.html: 1 MB per key, 10 MB in all.
export function createStorageApi(calls: Calls, storage: WxStorage, parse: (json: string) => unknown) {
  const copy = (value: unknown) => (value === undefined ? '' : parse(JSON.stringify(value)))
  const sizeOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value) ?? '')
  const used = () => [...storage.values()].reduce<number>((sum, value) => sum + sizeOf(value), 0)

  function write(key: string, value: unknown) {
    const bytes = sizeOf(value)
    if (bytes > itemBytes) throw new Error('setStorage:fail exceed max data size 1MB per key')
    if (used() - sizeOf(storage.get(key)) + bytes > totalBytes) throw new Error('setStorage:fail exceed max size 10MB')
    storage.set(key, copy(value))
  }

  const info = () => ({
    keys: [...storage.keys()],
    currentSize: Math.ceil(used() / 1024),
    limitSize: totalBytes / 1024,
  })

  return {
    getStorageSync: calls.synchronous('getStorageSync', (key: string) => copy(storage.get(key))),
    setStorageSync: calls.synchronous('setStorageSync', write),
    removeStorageSync: calls.synchronous('removeStorageSync', (key: string) => void storage.delete(key)),
    clearStorageSync: calls.synchronous('clearStorageSync', () => storage.clear()),
    getStorageInfoSync: calls.synchronous('getStorageInfoSync', info),
    getStorage: calls.asynchronous('getStorage', (options) => {
      if (!storage.has(keyOf(options))) throw new Error('data not found')
      return { data: copy(storage.get(keyOf(options))) }
    }),
    setStorage: calls.asynchronous('setStorage', (options) => write(keyOf(options), options.data)),
    removeStorage: calls.asynchronous('removeStorage', (options) => void storage.delete(keyOf(options))),
    clearStorage: calls.asynchronous('clearStorage', () => storage.clear()),
    getStorageInfo: calls.asynchronous('getStorageInfo', info),
  }
}

const keyOf = ({ key }: WxOptions): string => String(key)
