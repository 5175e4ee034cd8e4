import type { CallOptions, Calls } from '../calls.ts'
import { createKeptValues, type WxStorage } from '../kept-values.ts'

// https://opendocs.alipay.com/mini/api/storage: options in, an object out, null for what is not there.
export function createAlipayStorageApi(calls: Calls, storage: WxStorage, parse: (json: string) => unknown) {
  const { has, read, write, remove, clear, info } = createKeptValues(storage, parse)
  const get = ({ key }: CallOptions) => ({ data: has(String(key)) ? read(String(key)) : null })
  const set = ({ key, data }: CallOptions) => write(String(key), data)
  const forget = ({ key }: CallOptions) => remove(String(key))
  return {
    getStorageSync: calls.synchronous('getStorageSync', get),
    setStorageSync: calls.synchronous('setStorageSync', set),
    removeStorageSync: calls.synchronous('removeStorageSync', forget),
    clearStorageSync: calls.synchronous('clearStorageSync', clear),
    getStorageInfoSync: calls.synchronous('getStorageInfoSync', info),
    getStorage: calls.asynchronous('getStorage', get),
    setStorage: calls.asynchronous('setStorage', set),
    removeStorage: calls.asynchronous('removeStorage', forget),
    clearStorage: calls.asynchronous('clearStorage', clear),
    getStorageInfo: calls.asynchronous('getStorageInfo', info),
  }
}
