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
  /** Shakes the row once to show what is missing; `onNudged` is called when it stops. */
  nudged: boolean
  onNudged: () => void
  /** Everything that is agreed to, for screen readers. */
  name: string
  label: string
  onChange: (checked: boolean) => void
  /** Content after the label with its own presses: links. */
  children?: ReactNode
}

export function Checkbox({ id, checked, nudged, name, label, onChange, onNudged, children }: CheckboxProps) {
  const toggle = () => onChange(!checked)
  // In an effect, because the row may have been rendered only to be nudged.
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
