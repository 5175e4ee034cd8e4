import type { CallOptions, Calls } from '../calls.ts'
import { createKeptValues, type WxStorage } from '../kept-values.ts'

// https://developers.weixin.qq.com/miniprogram/dev/framework/ability/storage.html: 1 MB per key, 10 MB in all.
export function createStorageApi(calls: Calls, storage: WxStorage, parse: (json: string) => unknown) {
  const { has, read, write, remove, clear, info } = createKeptValues(storage, parse)
  return {
    getStorageSync: calls.synchronous('getStorageSync', read),
    setStorageSync: calls.synchronous('setStorageSync', write),
    removeStorageSync: calls.synchronous('removeStorageSync', remove),
    clearStorageSync: calls.synchronous('clearStorageSync', clear),
    getStorageInfoSync: calls.synchronous('getStorageInfoSync', info),
    getStorage: calls.asynchronous('getStorage', (options) => {
      if (!has(keyOf(options))) throw new Error('data not found')
      return { data: read(keyOf(options)) }
    }),
    setStorage: calls.asynchronous('setStorage', (options) => write(keyOf(options), options.data)),
    removeStorage: calls.asynchronous('removeStorage', (options) => remove(keyOf(options))),
    clearStorage: calls.asynchronous('clearStorage', clear),
    getStorageInfo: calls.asynchronous('getStorageInfo', info),
  }
}

const keyOf = ({ key }: CallOptions): string => String(key)
