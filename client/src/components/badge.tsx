import { Text } from '@tarojs/components'
import styles from './badge.module.css'

export function Badge({ id, children }: { id?: string; children: string }) {
  return (
    <Text {...(id && { id })} className={styles.badge}>
      {children}
    </Text>
  )
}
