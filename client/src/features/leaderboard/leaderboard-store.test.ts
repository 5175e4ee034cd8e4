import { expect, it } from 'vitest'
import { createFakeApi } from '../../../test/fake-api'
import { board } from '../../../test/services'
import { loadedOf } from '../../lib/keyed-store'
import { createLeaderboardStore } from './leaderboard-store'

it('asks for one trail and period', async () => {
  const api = createFakeApi({ 'GET /v1/leaderboards/lake?period=today': board })
  const { getState } = createLeaderboardStore(api)
  await getState().load('alice', 'lake', 'today')
  expect(loadedOf(getState(), 'alice', 'lake', 'today').value).toEqual(board)
  expect(loadedOf(getState(), 'alice', 'lake', 'week').value).toBeNull()
})
