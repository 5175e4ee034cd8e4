import { useDidShow } from '@tarojs/taro'
import { type LeaderboardPeriod, leaderboardPeriods } from '@trailpass/shared'
import { useState } from 'react'
import { Card } from '../../components/card'
import { EmptyState } from '../../components/empty-state'
import { Screen } from '../../components/screen'
import { Segments } from '../../components/segments'
import { Board } from '../../features/leaderboard/board'
import { boardWords } from '../../features/leaderboard/board-words'
import { useLeaderboard, useLoadLeaderboard } from '../../features/leaderboard/use-leaderboard'
import { useOverview } from '../../features/overview/use-overview'
import { SessionBanner } from '../../features/session/session-banner'
import { useSession } from '../../features/session/use-session'
import { t } from '../../messages'

export default function Ranking() {
  const viewerId = useSession((state) => state.user?.userId ?? null)
  const starting = useSession((state) => state.phase === 'starting')
  const registered = useSession((state) => state.user?.registered === true)
  const trails = useOverview((state) => state.overview?.trails)
  const overviewFault = useOverview((state) => state.fault)
  const loadOverview = useOverview((state) => state.load)
  const [period, setPeriod] = useState<LeaderboardPeriod>('today')
  const [chosenTrailId, setChosenTrailId] = useState<string>()
  const trailId = chosenTrailId ?? trails?.[0]?.id
  const { fault: boardFault } = useLeaderboard(viewerId, trailId, period)
  const loadBoard = useLoadLeaderboard()

  // Who signed out is nobody's viewer, and the banner offers the way back.
  const canShow = (viewerId !== null || starting) && (trails ? trails.length > 0 : overviewFault === null)

  const refresh = async () => {
    if (!trails) await loadOverview()
    else if (viewerId !== null && trailId !== undefined) await loadBoard(viewerId, trailId, period)
  }
  // Name and picture may have been changed on a page opened from here.
  useDidShow(() => void refresh())

  return (
    <Screen title={boardWords('title')}>
      <SessionBanner fault={trails ? boardFault : overviewFault} onRetry={refresh} />
      <Segments
        id="period"
        name={boardWords('period')}
        options={leaderboardPeriods.map((value) => ({ value, label: boardWords(value) }))}
        chosen={period}
        onChoose={setPeriod}
      />
      {trails && trails.length > 1 && trailId !== undefined && (
        <Segments
          id="trail"
          name={boardWords('trail')}
          options={trails.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={trailId}
          onChoose={setChosenTrailId}
        />
      )}
      {trails?.length === 0 && (
        <Card>
          <EmptyState
            text={t('overview.no_trails')}
            action={{ id: 'refresh', label: t('overview.refresh'), onPress: loadOverview }}
          />
        </Card>
      )}
      {canShow && (
        <Board key={`${trailId} ${period}`} viewerId={viewerId} trailId={trailId} period={period} pinned={registered} />
      )}
    </Screen>
  )
}
