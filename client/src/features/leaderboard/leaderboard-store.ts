import { endpointAt, getLeaderboard, type Leaderboard, type LeaderboardPeriod } from '@trailpass/shared'
import type { ApiClient } from '../../api/api-client'
import { createKeyedStore, type KeyedState, type KeyedStore } from '../../lib/keyed-store'

/** The viewer is part of the key, because a board marks their row. */
type Key = [viewerId: string, trailId: string, period: LeaderboardPeriod]

export type LeaderboardState = KeyedState<Key, Leaderboard>
export type LeaderboardStore = KeyedStore<Key, Leaderboard>

export function createLeaderboardStore(api: ApiClient): LeaderboardStore {
  return createKeyedStore((_viewerId, trailId, period) => api.call(endpointAt(getLeaderboard, { trailId }, { period })))
}
