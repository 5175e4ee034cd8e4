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
  /** The name is said elsewhere. */
  pictureOnly?: boolean
  /** Behind the name. */
  children?: ReactNode
}

/** Somebody as the server knows them: nothing is asked of the platform. Where `<open-data>` stood until 2021. */
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
