import { Button } from '@tarojs/components'
import styles from './pressable.module.css'
import type { PressableProps } from './pressable-props'

/** The platform's button without styles: everything pressable is one of these. */
export function Pressable(button: PressableProps) {
  return <Button hoverClass={styles.pressed} {...button} />
}
