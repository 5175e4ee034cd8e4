import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { assetUrl } from '../api/asset-url'
import { shownName } from '../messages/shown-name'
import { Avatar } from './avatar'
import styles from './person-badge.module.css'

interface PersonBadgeProps {
  avatarUrl: string | null
  /** Its first character stands in for a missing picture. */
  name: string | null
  size?: 'small' | 'large'
  /** The name is shown elsewhere. */
  pictureOnly?: boolean
  /** After the name. */
  children?: ReactNode
}

/** A person's stored name and avatar, without asking the platform. Replaces `<open-data>`. */
export function PersonBadge({ avatarUrl, name, size, pictureOnly, children }: PersonBadgeProps) {
  const shown = name && shownName(name)
  const picture = <Avatar url={assetUrl(avatarUrl)} name={shown} {...(size && { size })} />
  if (pictureOnly) return picture
  return (
    <View className={styles.person}>
      {picture}
      <Text className={styles.name}>{shown}</Text>
      {children}
    </View>
  )
}
