import { View } from '@tarojs/components'
import { Button } from './button'
import styles from './empty-state.module.css'

interface EmptyStateProps {
  text: string
  action?: { id: string; label: string; onPress: () => void } | undefined
}

export function EmptyState({ text, action }: EmptyStateProps) {
  return (
    <View className={styles.empty}>
      <View>{text}</View>
      {action && (
        <View className={styles.action}>
          <Button id={action.id} tone="soft" onClick={action.onPress}>
            {action.label}
          </Button>
        </View>
      )}
    </View>
  )
}
