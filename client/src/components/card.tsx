import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import styles from './card.module.css'
import { classNames } from './class-names'
import { Heading } from './heading'
import { Icon } from './icon'
import { Pressable } from './pressable'

interface CardProps {
  id?: string
  title?: string
  /** Where there is more of this. */
  more?: { id: string; label: string; onPress: () => void }
  className?: string | undefined
  children: ReactNode
}

export function Card({ id, title, more, className, children }: CardProps) {
  return (
    <View {...(id && { id })} className={classNames(styles.card, className)}>
      {title && (
        <View className={styles.head}>
          <Heading className={styles.title}>{title}</Heading>
          {more && (
            <Pressable id={more.id} className={styles.more} onClick={more.onPress}>
              {more.label}
              <Icon name="chevron" />
            </Pressable>
          )}
        </View>
      )}
      {children}
    </View>
  )
}
