import type { Leaderboard, LeaderboardPeriod } from '@trailpass/shared'
import { useStore } from 'zustand'
import { getServices } from '../../bootstrap'
import { type Loaded, loadedOf } from '../../lib/keyed-store'

/** Nothing to load without a person or a trail. */
export const useLeaderboard = (
  viewerId: string | null,
  trailId: string | undefined,
  period: LeaderboardPeriod,
): Loaded<Leaderboard> =>
  useStore(getServices().leaderboard, (state) => loadedOf(state, viewerId ?? '', trailId ?? '', period))

export const useLoadLeaderboard = () => useStore(getServices().leaderboard, (state) => state.load)
