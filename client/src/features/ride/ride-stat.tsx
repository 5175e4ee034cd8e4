import { Text, View } from '@tarojs/components'
import styles from './ride-stat.module.css'

interface RideStatProps {
  id?: string
  label: string
  value: string
  unit?: string
}

export function RideStat({ id, label, value, unit }: RideStatProps) {
  return (
    <View {...(id && { id })} className={styles.stat}>
      <View className={styles.label}>{label}</View>
      <View>
        <Text className={styles.value}>{value}</Text>
        {unit && <Text className={styles.unit}>{unit}</Text>}
      </View>
    </View>
  )
}
