import { useDidShow } from '@tarojs/taro'
import type { OverviewLeader } from '@trailpass/shared'
import { useEffect } from 'react'
import { Badge } from '../../components/badge'
import { Card } from '../../components/card'
import { ListRow } from '../../components/list-row'
import { Skeleton } from '../../components/skeleton'
import { t } from '../../messages'
import { kilometers } from '../../messages/format'
import { shownName } from '../../messages/shown-name'
import { Rank } from './rank'
import { useLeaderboard, useLoadLeaderboard } from './use-leaderboard'

interface RankingCardProps {
  /** The overview; `undefined` until it is loaded. */
  leaders: OverviewLeader[] | undefined
  /**
   * The person whose place is shown below, the trail, and whether they have ridden today on any trail; `null` for people
   * without one.
   */
  place: { viewerId: string; trailId: string | undefined; hasRidden: boolean } | null
  onOpen: () => void
}

const ranks = [1, 2, 3]

/** Always three places, so that the card's height does not change when the data arrives or on a quiet day. */
export function RankingCard({ leaders, place, onOpen }: RankingCardProps) {
  const board = usePlace(place)
  const mine = board?.mine
  // The leaders are of all trails together and the own place is of one trail: with equal rank, name and distance they
  // are the same entry.
  const isMine = (leader: OverviewLeader | undefined, rank: number) =>
    mine?.rank === rank && leader?.displayName === mine.displayName && leader.distanceMeters === mine.distanceMeters
  const isAmongLeaders = ranks.some((rank) => isMine(leaders?.[rank - 1], rank))

  return (
    <Card title={t('overview.leaders')} more={{ id: 'open-ranking', label: t('ranking.open'), onPress: onOpen }}>
      {ranks.map((rank) => {
        const leader = leaders?.[rank - 1]
        const isOwn = isMine(leader, rank)
        return (
          <ListRow
            key={rank}
            {...(isOwn && { id: 'my-place' })}
            lead={<Rank rank={rank} />}
            tone={leader ? (isOwn ? 'own' : undefined) : 'open'}
            figure={leader && kilometers(leader.distanceMeters)}
            unit={t('unit.km')}
          >
            {(leader && shownName(leader.displayName)) ?? (leaders ? t('overview.rank_open') : <Skeleton ems={5} />)}{' '}
            {isOwn && <Badge>{t('ranking.you')}</Badge>}
          </ListRow>
        )
      })}
      {place && !isAmongLeaders && (
        <ListRow
          id="my-place"
          tone="own"
          lead={<Rank rank={mine?.rank ?? null} />}
          note={board && !mine && without(board.hidden, place.hasRidden)}
          figure={mine ? kilometers(mine.distanceMeters) : undefined}
          unit={t('unit.km')}
        >
          {t('ranking.you')}
        </ListRow>
      )}
    </Card>
  )
}

/** Why the person has no place; `null` if the reason is that they rode on another trail. */
function without(hidden: boolean, hasRidden: boolean): string | null {
  if (hidden) return t('ranking.hidden')
  return hasRidden ? null : t('ranking.not_yet')
}

/** Today's ranking where the person stands, once it is known. */
function usePlace(place: RankingCardProps['place']) {
  const viewerId = place?.viewerId ?? null
  const trailId = place?.trailId
  const { value: board } = useLeaderboard(viewerId, trailId, 'today')
  const load = useLoadLeaderboard()
  const refresh = () => {
    if (viewerId !== null && trailId !== undefined) void load(viewerId, trailId, 'today')
  }
  useEffect(refresh, [viewerId, trailId])
  useDidShow(refresh)
  return board
}
