import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import type { LeaderboardPeriod, LeaderboardRow } from '@trailpass/shared'
import { useEffect, useState } from 'react'
import { Badge } from '../../components/badge'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { EmptyState } from '../../components/empty-state'
import { ListRow } from '../../components/list-row'
import { PersonBadge } from '../../components/person-badge'
import { ProfileButton } from '../../components/profile-button'
import { Skeleton } from '../../components/skeleton'
import { t } from '../../messages'
import { kilometers } from '../../messages/format'
import styles from './board.module.css'
import { boardWords } from './board-words'
import { Rank } from './rank'
import { useLeaderboard, useLoadLeaderboard } from './use-leaderboard'

interface BoardProps {
  /** Until both are known, the places are kept. */
  viewerId: string | null
  trailId: string | undefined
  period: LeaderboardPeriod
  /** Whether a place of the viewer's own is pinned below. */
  pinned: boolean
}

/** The page size, which keeps the data sent to the screen small. */
const step = 20
const placeholders = [1, 2, 3, 4, 5]

export function Board({ viewerId, trailId, period, pinned }: BoardProps) {
  const { value: board, fault } = useLeaderboard(viewerId, trailId, period)
  const load = useLoadLeaderboard()
  const [shown, setShown] = useState(step)
  useEffect(() => {
    if (viewerId !== null && trailId !== undefined) void load(viewerId, trailId, period)
  }, [load, viewerId, trailId, period])
  const showMore = () => setShown((count) => count + step)
  useReachBottom(showMore)

  if (!board && fault) return null
  const rows = board?.rows
  return (
    <>
      <Card id="board">
        {!rows &&
          placeholders.map((rank) => (
            <ListRow key={rank} lead={<Rank rank={rank} />}>
              <Skeleton ems={5} />
            </ListRow>
          ))}
        {rows?.length === 0 && <EmptyState text={boardWords('none')} />}
        {rows?.slice(0, shown).map((row) => (
          <BoardRow key={row.rank} row={row} />
        ))}
        {/* Has a place of its own: what leaves a list makes a mini program send the whole list again. */}
        <View className={styles.foot}>
          {rows && rows.length > shown && (
            <View className={styles.more}>
              <Button id="more-ranks" tone="quiet" onClick={showMore}>
                {boardWords('more')}
              </Button>
            </View>
          )}
        </View>
      </Card>
      {pinned && board && <PinnedRow row={board.mine} hidden={board.hidden} />}
    </>
  )
}

function BoardRow({ row: { rank, displayName, avatarUrl, distanceMeters, mine } }: { row: LeaderboardRow }) {
  return (
    <ListRow
      lead={<Rank rank={rank} />}
      tone={mine ? 'own' : undefined}
      figure={kilometers(distanceMeters)}
      unit={t('unit.km')}
    >
      <PersonBadge avatarUrl={avatarUrl} name={displayName} size="small">
        {mine && <Badge>{t('ranking.you')}</Badge>}
      </PersonBadge>
    </ListRow>
  )
}

/** Stays visible, whatever the place. */
function PinnedRow({ row, hidden }: { row: LeaderboardRow | null; hidden: boolean }) {
  const without = t(hidden ? 'ranking.hidden' : 'ranking.not_yet')
  return (
    <>
      <View className={styles.room} />
      <View className={styles.pinned}>
        <View className={styles.place}>
          <ListRow
            id="pinned-place"
            tone="own"
            lead={
              <>
                <Rank rank={row?.rank ?? null} />
                {row && (
                  <View className={styles.avatar}>
                    <ProfileButton id="open-profile">
                      <PersonBadge avatarUrl={row.avatarUrl} name={row.displayName} size="small" pictureOnly />
                    </ProfileButton>
                  </View>
                )}
              </>
            }
            figure={row ? kilometers(row.distanceMeters) : undefined}
            unit={t('unit.km')}
          >
            {row ? t('ranking.you') : without}
          </ListRow>
        </View>
      </View>
    </>
  )
}
