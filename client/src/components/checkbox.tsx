import { Text, View } from '@tarojs/components'
import { type ReactNode, useEffect } from 'react'
import { moveFocus, role } from './aria'
import styles from './checkbox.module.css'
import { classNames } from './class-names'
import { Icon } from './icon'
import { Pressable } from './pressable'

interface CheckboxProps {
  id: string
  checked: boolean
  /** Moves the row once, to show where something is missing; `onNudged` says when it rests again. */
  nudged: boolean
  onNudged: () => void
  /** All that is agreed to, for who cannot see the row. */
  name: string
  label: string
  onChange: (checked: boolean) => void
  /** What stands behind the label and is pressed by itself: links. */
  children?: ReactNode
}

export function Checkbox({ id, checked, nudged, name, label, onChange, onNudged, children }: CheckboxProps) {
  const toggle = () => onChange(!checked)
  // Also where the row was drawn only because it was missing.
  useEffect(() => {
    if (nudged) moveFocus(id)
  }, [nudged, id])
  return (
    <View className={classNames(styles.row, nudged && styles.nudged)} onAnimationEnd={onNudged}>
      <Pressable
        id={id}
        className={styles.target}
        onClick={toggle}
        aria-label={name}
        aria-checked={checked ? 'true' : 'false'}
        {...role('checkbox')}
      >
        <View className={classNames(styles.box, checked && styles.checked)}>{checked && <Icon name="check" />}</View>
      </Pressable>
      <View className={styles.words}>
        <Text onClick={toggle}>{label}</Text>
        {children}
      </View>
    </View>
  )
}
