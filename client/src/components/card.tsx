import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import styles from './card.module.css'
import { classNames } from './class-names'
import { Heading } from './heading'

interface CardProps {
  id?: string
  title?: string
  className?: string | undefined
  children: ReactNode
}

export function Card({ id, title, className, children }: CardProps) {
  return (
    <View {...(id && { id })} className={classNames(styles.card, className)}>
      {title && <Heading className={styles.title}>{title}</Heading>}
      {children}
    </View>
  )
}
