import { View } from '@tarojs/components'
import { role } from './aria'
import { classNames } from './class-names'
import { Pressable } from './pressable'
import styles from './switch-row.module.css'

interface SwitchRowProps {
  id: string
  checked: boolean
  label: string
  /** An explanation in a quieter line below. */
  note: string
  onChange: (checked: boolean) => void
}

/** A full-width row of a card with a switch. */
export function SwitchRow({ id, checked, label, note, onChange }: SwitchRowProps) {
  return (
    <Pressable
      id={id}
      className={styles.row}
      onClick={() => onChange(!checked)}
      aria-label={label}
      aria-checked={checked ? 'true' : 'false'}
      {...role('switch')}
    >
      <View className={styles.words}>
        <View>{label}</View>
        <View className={styles.note}>{note}</View>
      </View>
      <View className={classNames(styles.track, checked && styles.on)}>
        <View className={styles.thumb} />
      </View>
    </Pressable>
  )
}
