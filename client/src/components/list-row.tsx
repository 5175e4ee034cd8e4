import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classNames } from './class-names'
import styles from './list-row.module.css'

interface ListRowProps {
  id?: string
  /** In front: a rank, a picture. */
  lead?: ReactNode
  children: ReactNode
  /** A quieter line below. */
  note?: ReactNode
  figure?: string | undefined
  unit?: string
  tone?: 'own' | 'open' | undefined
}

export function ListRow({ id, lead, children, note, figure, unit, tone }: ListRowProps) {
  return (
    <View {...(id && { id })} className={classNames(styles.row, tone && styles[tone])}>
      {lead}
      <View className={styles.words}>
        <View className={styles.title}>{children}</View>
        {note && <View className={styles.note}>{note}</View>}
      </View>
      {figure && (
        <View className={styles.figure}>
          {figure}
          {unit && <Text className={styles.unit}>{unit}</Text>}
        </View>
      )}
    </View>
  )
}
