import { expect, it } from 'vitest'
import { createFakeApi } from '../../../test/fake-api'
import { week } from '../../../test/services'
import { loadedOf } from '../../lib/keyed-store'
import { createSportStore } from './sport-store'

it('asks for one range and keeps it for the person it was asked for', async () => {
  const api = createFakeApi({ 'GET /v1/sport/summary?range=7d': week })
  const { getState } = createSportStore(api)
  expect(api.log).toEqual([])
  await getState().load('alice', '7d')
  expect(loadedOf(getState(), 'alice', '7d').value).toEqual(week)
  expect(loadedOf(getState(), 'bob', '7d').value).toBeNull()
  expect(api.log).toHaveLength(1)
})
