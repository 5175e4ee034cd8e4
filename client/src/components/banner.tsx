import { Text, View } from '@tarojs/components'
import { role } from './aria'
import styles from './banner.module.css'
import { Icon } from './icon'
import { Pressable } from './pressable'

interface BannerProps {
  id: string
  icon: 'signal' | 'person'
  children: string
  action: { id: string; label: string; onPress: () => void }
}

export function Banner({ id, icon, children, action }: BannerProps) {
  return (
    <View id={id} className={styles.banner} {...role('status')}>
      <Icon name={icon} />
      <Text className={styles.words}>{children}</Text>
      <Pressable id={action.id} className={styles.action} onClick={action.onPress}>
        {action.label}
      </Pressable>
    </View>
  )
}
