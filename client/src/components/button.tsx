import { Text, View } from '@tarojs/components'
import styles from './button.module.css'
import { classNames } from './class-names'
import { Pressable } from './pressable'
import type { PressableProps } from './pressable-props'

interface ButtonProps extends PressableProps {
  tone?: 'primary' | 'soft' | 'quiet' | 'danger'
  /** As wide as what surrounds it. */
  wide?: boolean
  /** Turns, keeps its size and takes no press. */
  busy?: boolean
}

export function Button({ tone = 'primary', wide, busy = false, disabled, children, ...pressable }: ButtonProps) {
  return (
    <Pressable
      {...pressable}
      className={classNames(styles.button, styles[tone], wide && styles.wide, busy && styles.busy)}
      disabled={busy || disabled === true}
      aria-busy={busy ? 'true' : 'false'}
    >
      <Text className={styles.label}>{children}</Text>
      {busy && <View className={styles.spinner} />}
    </Pressable>
  )
}
