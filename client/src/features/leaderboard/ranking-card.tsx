import { useDidShow } from '@tarojs/taro'
import type { OverviewLeader } from '@trailpass/shared'
import { useEffect } from 'react'
import { Card } from '../../components/card'
import { ListRow } from '../../components/list-row'
import { Skeleton } from '../../components/skeleton'
import { t } from '../../messages'
import { kilometers } from '../../messages/format'
import { Rank } from './rank'
import { useLeaderboard, useLoadLeaderboard } from './use-leaderboard'

interface RankingCardProps {
  /** What anybody may see; `undefined` until it is known. */
  leaders: OverviewLeader[] | undefined
  /** Whose place stands below, and on which trail; `null` for who has none. */
  place: { viewerId: string; trailId: string | undefined } | null
  onOpen: () => void
}

const ranks = [1, 2, 3]

/** Three places whoever holds them, so the card is as high before the answer and on a quiet day. */
export function RankingCard({ leaders, place, onOpen }: RankingCardProps) {
  return (
    <Card title={t('overview.leaders')} more={{ id: 'open-ranking', label: t('ranking.open'), onPress: onOpen }}>
      {ranks.map((rank) => {
        const leader = leaders?.[rank - 1]
        return (
          <ListRow
            key={rank}
            lead={<Rank rank={rank} />}
            tone={leader ? undefined : 'open'}
            figure={leader && kilometers(leader.distanceMeters)}
            unit={t('unit.km')}
          >
            {leader?.displayName ?? (leaders ? t('overview.rank_open') : <Skeleton ems={5} />)}
          </ListRow>
        )
      })}
      {place && <MyPlace viewerId={place.viewerId} trailId={place.trailId} />}
    </Card>
  )
}

function MyPlace({ viewerId, trailId }: { viewerId: string; trailId: string | undefined }) {
  const { value: board } = useLeaderboard(viewerId, trailId, 'today')
  const load = useLoadLeaderboard()
  const refresh = () => {
    if (trailId !== undefined) void load(viewerId, trailId, 'today')
  }
  useEffect(refresh, [viewerId, trailId])
  useDidShow(refresh)
  const mine = board?.mine

  return (
    <ListRow
      id="my-place"
      tone="own"
      lead={<Rank rank={mine?.rank ?? null} />}
      note={board && !mine && t('ranking.not_yet')}
      figure={mine ? kilometers(mine.distanceMeters) : undefined}
      unit={t('unit.km')}
    >
      {t('ranking.you')}
    </ListRow>
  )
}
