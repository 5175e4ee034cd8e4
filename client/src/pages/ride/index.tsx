import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import { Card } from '../../components/card'
import { EmptyState } from '../../components/empty-state'
import { Screen } from '../../components/screen'
import { Skeleton } from '../../components/skeleton'
import { LiveRide } from '../../features/ride/live-ride'
import { RideSummary } from '../../features/ride/ride-summary'
import { useRide } from '../../features/ride/use-ride'
import { rideWords } from '../../features/ride/words'
import { useSession } from '../../features/session/use-session'
import { RingAfterRide } from '../../features/sport/ring-after-ride'
import { t } from '../../messages'
import { goBack } from '../../platform/navigation'

export default function RidePage() {
  const { ride, summary, known, weak, watch, finish, putAway } = useRide((state) => state)
  const riderId = useSession((state) => (state.user?.registered ? state.user.userId : null))
  const stopWatching = useRef(() => {})

  // Also when the app goes to the background and returns: no polling in the background.
  useDidShow(() => {
    stopWatching.current()
    stopWatching.current = watch()
  })
  useDidHide(() => stopWatching.current())
  useEffect(() => () => stopWatching.current(), [])

  const leave = () => {
    putAway()
    goBack()
  }

  return (
    <Screen title={summary ? rideWords('summary') : rideWords('page')}>
      {summary && (
        <RideSummary {...summary} onDone={leave}>
          {riderId !== null && <RingAfterRide personId={riderId} ride={summary.ride} />}
        </RideSummary>
      )}
      {!summary && ride && <LiveRide ride={ride} weak={weak} onFinish={() => void finish()} />}
      {!summary && !ride && (
        <Card>
          {known || weak ? (
            <EmptyState
              text={rideWords(known ? 'none' : 'no_answer')}
              action={{ id: 'ride-home', label: t('home.back'), onPress: leave }}
            />
          ) : (
            <Skeleton ems={12} />
          )}
        </Card>
      )}
    </Screen>
  )
}
