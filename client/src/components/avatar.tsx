import { Image, Text, View } from '@tarojs/components'
import styles from './avatar.module.css'
import { classNames } from './class-names'
import { Icon } from './icon'

interface AvatarProps {
  url: string | null
  /** Its first character stands in for a missing picture; without a name, a figure does. */
  name: string | null
  size?: 'small' | 'large'
}

export function Avatar({ url, name, size }: AvatarProps) {
  return (
    <View className={classNames(styles.avatar, size && styles[size])} aria-hidden="true">
      {url ? <Image className={styles.picture} src={url} mode="aspectFill" /> : <Stand name={name} />}
    </View>
  )
}

function Stand({ name }: { name: string | null }) {
  const [initial] = name ?? ''
  return initial ? <Text>{initial.toUpperCase()}</Text> : <Icon name="person" />
}
