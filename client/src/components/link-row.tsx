import { View } from '@tarojs/components'
import { Icon } from './icon'
import styles from './link-row.module.css'
import { Pressable } from './pressable'

interface LinkRowProps {
  id: string
  children: string
  onClick: () => void
}

/** A row of a card that leads somewhere, as wide as the card. */
export function LinkRow({ id, children, onClick }: LinkRowProps) {
  return (
    <Pressable id={id} className={styles.row} onClick={onClick}>
      <View className={styles.label}>{children}</View>
      <View className={styles.chevron}>
        <Icon name="chevron" />
      </View>
    </Pressable>
  )
}
