import { View } from '@tarojs/components'
import type { CSSProperties, ReactNode } from 'react'
import { role } from './aria'
import { classNames } from './class-names'
import styles from './ring.module.css'

interface RingProps {
  id?: string
  /** From 0 to 1; beyond 1 the ring stays full. */
  share: number
  /** Its content as text. */
  label: string
  children: ReactNode
}

export function Ring({ id, share, label, children }: RingProps) {
  const filled = { '--filled': Math.min(Math.max(share, 0), 1).toFixed(3) } as CSSProperties

  return (
    <View
      {...(id && { id })}
      className={classNames(styles.ring, share > 0 && styles.begun)}
      style={filled}
      aria-label={label}
      {...role('img')}
    >
      <View className={styles.inside}>{children}</View>
    </View>
  )
}
