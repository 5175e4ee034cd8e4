import { expect, it } from 'vitest'
import { createActivity } from '../activity.ts'
import { createCalls, errMsgWording } from '../calls.ts'
import { createFaults } from '../faults.ts'
import { createRealm } from '../realm.ts'
import { createStorageApi } from './storage.ts'

function createApi() {
  const faults = createFaults()
  const realm = createRealm('.', {}, faults)
  const calls = createCalls(realm, createActivity(), faults, {}, errMsgWording)
  const api = createStorageApi(calls, new Map(), realm.parse)
  const write = api.setStorageSync as (key: string, value: unknown) => void
  const read = api.getStorageSync as (key: string) => unknown
  realm.stop()
  return { ...api, write, read }
}

it('keeps copies, and answers an empty string for what is not there', () => {
  const { write, read } = createApi()
  const value = { list: [1] }
  write('key', value)
  value.list.push(2)
  expect(read('key')).toEqual({ list: [1] })
  expect(read('other')).toBe('')
})

it('refuses more than 1 MB under one key and 10 MB in all', () => {
  const { write } = createApi()
  expect(() => write('big', 'x'.repeat(1024 * 1024))).toThrow('1MB')
  const almost = 'x'.repeat(1024 * 1024 - 100)
  for (let index = 0; index < 10; index++) write(`key ${index}`, almost)
  expect(() => write('one more', almost)).toThrow('10MB')
})

it('fails an asynchronous read of what is not there', async () => {
  await expect(createApi().getStorage({ key: 'none' })).rejects.toEqual({ errMsg: 'getStorage:fail data not found' })
})
