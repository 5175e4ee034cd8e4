import { Text, View } from '@tarojs/components'
import { role } from './aria'
import styles from './banner.module.css'
import { classNames } from './class-names'
import { Icon } from './icon'
import { Pressable } from './pressable'
import { useBusy } from './use-busy'

interface BannerProps {
  id: string
  icon: 'signal' | 'person'
  children: string
  action: { id: string; label: string; onPress: () => Promise<unknown> }
}

export function Banner({ id, icon, children, action }: BannerProps) {
  const [busy, press] = useBusy(action.onPress)

  return (
    <View id={id} className={styles.banner} {...role('status')}>
      <Icon name={icon} />
      <Text className={styles.words}>{children}</Text>
      <Pressable
        id={action.id}
        className={classNames(styles.action, busy && styles.busy)}
        onClick={press}
        aria-busy={busy ? 'true' : 'false'}
      >
        {action.label}
      </Pressable>
    </View>
  )
}
