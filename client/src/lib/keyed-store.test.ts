import { expect, it, vi } from 'vitest'
import { apiError } from '../../test/fake-api'
import { NetworkError } from '../api/api-error'
import { createKeyedStore, loadedOf } from './keyed-store'

const echo = () => vi.fn(async (person: string, range: string) => `${range} of ${person}`)

it('keeps an answer under its own key', async () => {
  const { getState } = createKeyedStore(echo())
  expect(loadedOf(getState(), 'alice', '7d')).toEqual({ value: null, fault: null })
  await Promise.all([getState().load('alice', '7d'), getState().load('bob', '7d')])
  expect(loadedOf(getState(), 'alice', '7d').value).toBe('7d of alice')
  expect(loadedOf(getState(), 'bob', '7d').value).toBe('7d of bob')
  expect(loadedOf(getState(), 'bob', '31d').value).toBeNull()
})

it('asks once for several at the same time, and again later', async () => {
  const fetch = echo()
  const { getState } = createKeyedStore(fetch)
  await Promise.all([getState().load('alice', '7d'), getState().load('alice', '7d')])
  expect(fetch).toHaveBeenCalledOnce()
  await getState().load('alice', '7d')
  expect(fetch).toHaveBeenCalledTimes(2)
})

it('keeps the last answer beside the words of a failure, until a try succeeds', async () => {
  const fetch = echo()
  const { getState } = createKeyedStore(fetch)
  await getState().load('alice', '7d')
  fetch.mockRejectedValueOnce(new NetworkError('timeout'))
  await getState().load('alice', '7d')
  expect(loadedOf(getState(), 'alice', '7d')).toEqual({ value: '7d of alice', fault: 'timeout' })
  await getState().load('alice', '7d')
  expect(loadedOf(getState(), 'alice', '7d').fault).toBeNull()
})

it('loads what the network failed once more, and nothing else', async () => {
  const fetch = echo()
  const { getState } = createKeyedStore(fetch)
  await getState().load('alice', '7d')
  fetch.mockRejectedValueOnce(new NetworkError('network')).mockRejectedValueOnce(new NetworkError('timeout'))
  fetch.mockRejectedValueOnce(apiError('registration.required'))
  await getState().load('alice', '31d')
  await getState().load('bob', '7d')
  await getState().load('carol', '7d')
  fetch.mockClear()
  await getState().retry()
  expect(fetch.mock.calls).toEqual([
    ['alice', '31d'],
    ['bob', '7d'],
  ])
  expect(loadedOf(getState(), 'bob', '7d')).toEqual({ value: '7d of bob', fault: null })
})
