import { Text, View } from '@tarojs/components'
import { role } from './aria'
import styles from './bars.module.css'
import { classNames } from './class-names'

export interface Bar {
  key: string
  value: number
  /** The label for screen readers. */
  words: string
  /** Shown below. */
  label?: string
  /** Shown above. */
  figure?: string
  strong?: boolean
}

interface BarsProps {
  id?: string
  /** The label of the chart. */
  name: string
  bars: Bar[]
}

/** Heights are relative to the highest bar; zero is a line on the ground. */
export function Bars({ id, name, bars }: BarsProps) {
  const highest = Math.max(...bars.map(({ value }) => value))
  const label = [name, ...bars.map(({ words }) => words)].join(', ')

  return (
    <View
      {...(id && { id })}
      className={classNames(styles.bars, bars.length > 7 && styles.dense)}
      aria-label={label}
      {...role('img')}
    >
      {bars.map(({ key, value, label, figure, strong }) => (
        <View key={key} className={classNames(styles.day, strong && styles.strong)}>
          <View className={styles.room}>
            {figure && <Text className={styles.figure}>{figure}</Text>}
            <View
              className={classNames(styles.bar, value > 0 && styles.some)}
              style={{ height: `${highest > 0 ? Math.round((value / highest) * 100) : 0}%` }}
            />
          </View>
          {label && <Text className={styles.label}>{label}</Text>}
        </View>
      ))}
    </View>
  )
}
