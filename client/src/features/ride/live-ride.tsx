import { View } from '@tarojs/components'
import type { Ride } from '@trailpass/shared'
import { role } from '../../components/aria'
import { Heading } from '../../components/heading'
import { Icon } from '../../components/icon'
import { t } from '../../messages'
import { duration } from '../../messages/format'
import { kilometersPerHour } from './figures'
import { HoldToFinish } from './hold-to-finish'
import styles from './live-ride.module.css'
import { RideDistance } from './ride-distance'
import { RideStat } from './ride-stat'
import { rideWords } from './words'

interface LiveRideProps {
  ride: Ride
  weak: boolean
  onFinish: () => void
}

export function LiveRide({ ride, weak, onFinish }: LiveRideProps) {
  return (
    <View className={styles.ride}>
      <View className={styles.bike}>
        <Heading level={1} className={styles.number}>
          {t('scan.bike', { number: ride.device.number })}
        </Heading>
        <View className={styles.trail}>{ride.device.trailName}</View>
      </View>
      {/* The place is kept, so that nothing jumps when the signal goes. */}
      <View className={styles.signal} {...role('status')}>
        {weak && (
          <View id="ride-weak" className={styles.weak}>
            <Icon name="signal" />
            <View className={styles.words}>{rideWords('weak')}</View>
          </View>
        )}
      </View>
      <View className={styles.figures}>
        <RideDistance meters={ride.distanceMeters} />
        <View className={styles.time}>
          <RideStat label={rideWords('time')} value={duration(ride.movingSeconds)} />
        </View>
        <View className={styles.stats}>
          <RideStat
            label={rideWords('speed')}
            value={kilometersPerHour(ride.speedMetersPerSecond)}
            unit={rideWords('km_per_hour')}
          />
          <RideStat label={rideWords('energy')} value={String(Math.round(ride.energyKcal))} unit={t('unit.kcal')} />
        </View>
      </View>
      <HoldToFinish onFinish={onFinish} />
    </View>
  )
}
