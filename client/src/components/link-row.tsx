import { View } from '@tarojs/components'
import { Icon } from './icon'
import styles from './link-row.module.css'
import { Pressable } from './pressable'

interface LinkRowProps {
  id: string
  children: string
  /** A quieter line below. */
  note?: string
  onClick: () => unknown
}

/** A row of a card that leads somewhere, as wide as the card. */
export function LinkRow({ id, children, note, onClick }: LinkRowProps) {
  return (
    <Pressable id={id} className={styles.row} onClick={() => void onClick()}>
      <View className={styles.label}>
        {children}
        {note && <View className={styles.note}>{note}</View>}
      </View>
      <View className={styles.chevron}>
        <Icon name="chevron" />
      </View>
    </Pressable>
  )
}
