import { View } from '@tarojs/components'
import type { Ride } from '@trailpass/shared'
import type { ReactNode } from 'react'
import { role } from '../../components/aria'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Heading } from '../../components/heading'
import { t } from '../../messages'
import { duration } from '../../messages/format'
import { averageSpeed, kilometersPerHour } from './figures'
import { RideDistance } from './ride-distance'
import { RideRank } from './ride-rank'
import { RideStat } from './ride-stat'
import styles from './ride-summary.module.css'
import { ShareButton } from './share-button'
import { rideWords } from './words'

interface RideSummaryProps {
  ride: Ride
  isSent: boolean
  onDone: () => void
  /** Today's figures after the ride. */
  children: ReactNode
}

/** The summary of the ride. */
export function RideSummary({ ride, isSent, onDone, children }: RideSummaryProps) {
  const { device, distanceMeters, movingSeconds, energyKcal, ranking } = ride
  return (
    <View id="ride-summary" className={styles.summary}>
      {children}
      <Heading level={1} className={styles.title}>
        {rideWords('summary')}
      </Heading>
      <View className={styles.bike}>{`${t('scan.bike', { number: device.number })} · ${device.trailName}`}</View>
      <Card className={styles.figures}>
        <RideDistance meters={distanceMeters} />
        <View className={styles.stats}>
          <RideStat label={rideWords('time')} value={duration(movingSeconds)} />
          <RideStat label={rideWords('energy')} value={String(Math.round(energyKcal))} unit={t('unit.kcal')} />
        </View>
        <View className={styles.stats}>
          <RideStat
            label={rideWords('average')}
            value={kilometersPerHour(averageSpeed(distanceMeters, movingSeconds))}
            unit={rideWords('km_per_hour')}
          />
          {ranking && <RideRank {...ranking} />}
        </View>
      </Card>
      <View className={styles.pending} {...role('status')}>
        {!isSent && <View id="ride-pending">{rideWords('pending')}</View>}
      </View>
      <Button id="ride-done" wide onClick={onDone}>
        {rideWords('done')}
      </Button>
      <View className={styles.share}>
        <ShareButton ride={ride} />
      </View>
    </View>
  )
}
