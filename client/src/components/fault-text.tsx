import { View } from '@tarojs/components'
import { role } from './aria'
import styles from './fault-text.module.css'

export function FaultText({ id, children }: { id: string; children: string }) {
  return (
    <View id={id} className={styles.fault} {...role('alert')}>
      {children}
    </View>
  )
}
