import { Text, View } from '@tarojs/components'
import { classNames } from './class-names'
import { Skeleton } from './skeleton'
import styles from './stat.module.css'

/** Shown if the figure is unavailable. */
export const unknownFigure = '–'

interface StatProps {
  /** `null` while loading: the space is reserved. */
  value: string | null
  unit: string
  label?: string
  hero?: boolean
}

export function Stat({ value, unit, label, hero = false }: StatProps) {
  return (
    <View className={classNames(styles.stat, hero && styles.hero)}>
      {label && <View className={styles.label}>{label}</View>}
      <View>
        <Text className={classNames(styles.value, value === unknownFigure && styles.unknown)}>
          {value ?? <Skeleton ems={1.6} />}
        </Text>
        <Text className={styles.unit}>{unit}</Text>
      </View>
    </View>
  )
}
