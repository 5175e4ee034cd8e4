import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from './icon'
import styles from './link-row.module.css'
import { Pressable } from './pressable'

interface LinkRowProps {
  id: string
  children: ReactNode
  /** A quieter line below. */
  note?: string
  /** Without it the row is only informational. */
  onClick?: (() => unknown) | undefined
}

/** A full-width row of a card that links to another page. */
export function LinkRow({ id, children, note, onClick }: LinkRowProps) {
  const words = (
    <View className={styles.label}>
      {children}
      {note && <View className={styles.note}>{note}</View>}
    </View>
  )
  if (!onClick) {
    return (
      <View id={id} className={styles.row}>
        {words}
      </View>
    )
  }
  return (
    <Pressable id={id} className={styles.row} onClick={() => void onClick()}>
      {words}
      <View className={styles.chevron}>
        <Icon name="chevron" />
      </View>
    </Pressable>
  )
}
