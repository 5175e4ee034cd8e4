import { Button } from '@tarojs/components'
import { classNames } from './class-names'
import styles from './pressable.module.css'
import type { PressableProps } from './pressable-props'

/** The platform's own button, bare: whatever can be pressed is one of these. */
export function Pressable({ className, ...button }: PressableProps) {
  return <Button className={classNames(styles.pressable, className)} hoverClass={styles.pressed} {...button} />
}
