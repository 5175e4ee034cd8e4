import { View } from '@tarojs/components'
import type { Ride } from '@trailpass/shared'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Heading } from '../../components/heading'
import { t } from '../../messages'
import styles from './continue-ride.module.css'

export function ContinueRide({ ride, onContinue }: { ride: Ride; onContinue: () => void }) {
  const { number, trailName } = ride.device
  return (
    <Card id="bike-card">
      <View className={styles.row}>
        <View className={styles.words}>
          <Heading className={styles.title}>{t('ride.active', { number })}</Heading>
          <View className={styles.trail}>{trailName}</View>
        </View>
        <Button id="continue-ride" onClick={onContinue}>
          {t('ride.continue')}
        </Button>
      </View>
    </Card>
  )
}
