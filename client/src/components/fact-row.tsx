import { Text, View } from '@tarojs/components'
import styles from './fact-row.module.css'

interface FactRowProps {
  id?: string
  label: string
  children: string
}

export function FactRow({ id, label, children }: FactRowProps) {
  return (
    <View className={styles.row}>
      <Text className={styles.label}>{label}</Text>
      <Text {...(id && { id })} className={styles.fact}>
        {children}
      </Text>
    </View>
  )
}
