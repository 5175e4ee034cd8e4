import { View } from '@tarojs/components'
import type { Ride } from '@trailpass/shared'
import { useEffect } from 'react'
import styles from './ring-after-ride.module.css'
import { TodayRing } from './today-ring'
import { useLoadSport, useSport } from './use-sport'

/** Today's ring after a ride. */
export function RingAfterRide({ personId, ride }: { personId: string; ride: Ride }) {
  const { value: week, fault } = useSport(personId, '7d')
  const load = useLoadSport()
  useEffect(() => {
    if (ride.state === 'finished') void load(personId, '7d')
  }, [load, personId, ride])

  return (
    <View className={styles.place}>
      <TodayRing week={week} failed={fault !== null} />
    </View>
  )
}
