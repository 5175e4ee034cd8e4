import { View } from '@tarojs/components'
import { Button } from './button'
import { classNames } from './class-names'
import styles from './hold-button.module.css'
import { useHold } from './use-hold'

interface HoldButtonProps {
  id: string
  busy: boolean
  children: string
  onHeld: () => void
  /** Called for a short tap, or when holding is impossible: confirm, then do the same. */
  onTap: () => void
}

/** For irreversible actions. */
export function HoldButton({ id, busy, children, onHeld, onTap }: HoldButtonProps) {
  const { holding, touch, onClick } = useHold({ onHeld, onTap })
  return (
    <View className={classNames(styles.place, holding && styles.holding)} {...(!busy && touch)}>
      <View className={styles.fill} aria-hidden="true" />
      <Button id={id} tone="danger" wide busy={busy} onClick={onClick}>
        {children}
      </Button>
    </View>
  )
}
