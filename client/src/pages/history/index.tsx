import Taro from '@tarojs/taro'
import { Card } from '../../components/card'
import { EmptyState } from '../../components/empty-state'
import { Screen } from '../../components/screen'
import { Skeleton } from '../../components/skeleton'
import { SessionBanner } from '../../features/session/session-banner'
import { useSession } from '../../features/session/use-session'
import { historyWords } from '../../features/sport/history-words'
import { RideList } from '../../features/sport/ride-list'
import { SportMonth } from '../../features/sport/sport-month'
import { StepsCard } from '../../features/sport/steps-card'
import { useHistory } from '../../features/sport/use-history'
import { useLoadSport, useSport } from '../../features/sport/use-sport'
import { t } from '../../messages'
import { goHome } from '../../platform/navigation'

export default function History() {
  const riderId = useSession((state) => (state.user?.registered ? state.user.userId : null))
  const starting = useSession((state) => state.phase === 'starting')
  const { fault: monthFault } = useSport(riderId, '31d')
  const fault = useHistory((state) => (riderId === null ? null : state.fault)) ?? monthFault
  const loadMonth = useLoadSport()
  const loadRides = useHistory((state) => state.load)
  const refresh = async () => {
    if (riderId !== null) await Promise.all([loadMonth(riderId, '31d'), loadRides(riderId)])
  }

  return (
    <Screen title={t('history.title')}>
      <SessionBanner fault={fault} onRetry={refresh} />
      {riderId !== null && (
        <>
          <SportMonth personId={riderId} />
          <StepsCard personId={riderId} />
          <RideList personId={riderId} onGoHome={goHome} />
        </>
      )}
      {riderId === null && (
        <Card>
          {starting ? (
            <Skeleton ems={12} />
          ) : (
            <EmptyState
              text={historyWords('guest')}
              action={{
                id: 'history-register',
                label: historyWords('register'),
                onPress: () => void Taro.redirectTo({ url: '/pages/profile/index' }),
              }}
            />
          )}
        </Card>
      )}
    </Screen>
  )
}
