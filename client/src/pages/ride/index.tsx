import Taro, { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import { Card } from '../../components/card'
import { EmptyState } from '../../components/empty-state'
import { Screen } from '../../components/screen'
import { Skeleton } from '../../components/skeleton'
import { LiveRide } from '../../features/ride/live-ride'
import { RideSummary } from '../../features/ride/ride-summary'
import { useRide } from '../../features/ride/use-ride'
import { rideWords } from '../../features/ride/words'

export default function RidePage() {
  const { ride, summary, known, weak, watch, finish, putAway } = useRide((state) => state)
  const stopWatching = useRef(() => {})

  // Also when the whole app comes to the front or leaves it: nothing asks in the background.
  useDidShow(() => {
    stopWatching.current()
    stopWatching.current = watch()
  })
  useDidHide(() => stopWatching.current())
  useEffect(() => () => stopWatching.current(), [])

  const leave = () => {
    putAway()
    const isFirst = Taro.getCurrentPages().length < 2
    void (isFirst ? Taro.reLaunch({ url: '/pages/home/index' }) : Taro.navigateBack())
  }

  return (
    <Screen title={summary ? rideWords('summary') : rideWords('page')}>
      {summary && <RideSummary {...summary} onDone={leave} />}
      {!summary && ride && <LiveRide ride={ride} weak={weak} onFinish={() => void finish()} />}
      {!summary && !ride && known && (
        <EmptyState text={rideWords('none')} action={{ id: 'ride-home', label: rideWords('home'), onPress: leave }} />
      )}
      {!summary && !ride && !known && (
        <Card>
          <Skeleton ems={12} />
        </Card>
      )}
    </Screen>
  )
}
