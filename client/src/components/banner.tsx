import { Text, View } from '@tarojs/components'
import { role } from './aria'
import styles from './banner.module.css'
import { Icon } from './icon'
import { Pressable } from './pressable'

interface BannerProps {
  id: string
  children: string
  action: { id: string; label: string; onPress: () => void }
}

export function Banner({ id, children, action }: BannerProps) {
  return (
    <View id={id} className={styles.banner} {...role('status')}>
      <Icon name="signal" />
      <Text className={styles.words}>{children}</Text>
      <Pressable id={action.id} className={styles.action} onClick={action.onPress}>
        {action.label}
      </Pressable>
    </View>
  )
}
