import { Text, View } from '@tarojs/components'
import { t } from '../../messages'
import { liveKilometers } from './figures'
import styles from './ride-distance.module.css'
import { rideWords } from './words'

export function RideDistance({ meters }: { meters: number }) {
  return (
    <View id="ride-distance" className={styles.distance}>
      <View className={styles.label}>{rideWords('distance')}</View>
      <Text className={styles.value}>{liveKilometers(meters)}</Text>
      <Text className={styles.unit}>{t('unit.km')}</Text>
    </View>
  )
}
