import { View } from '@tarojs/components'
import { role } from './aria'
import { classNames } from './class-names'
import { Pressable } from './pressable'
import styles from './segments.module.css'

interface SegmentsProps<Value extends string> {
  id: string
  /** The label of the choice. */
  name: string
  options: { value: Value; label: string }[]
  chosen: Value
  onChoose: (value: Value) => void
}

export function Segments<Value extends string>({ id, name, options, chosen, onChoose }: SegmentsProps<Value>) {
  return (
    <View className={styles.segments} aria-label={name} {...role('radiogroup')}>
      {options.map(({ value, label }) => (
        <Pressable
          key={value}
          id={`${id}-${value}`}
          className={classNames(styles.option, value === chosen && styles.chosen)}
          aria-checked={value === chosen ? 'true' : 'false'}
          onClick={() => onChoose(value)}
          {...role('radio')}
        >
          {label}
        </Pressable>
      ))}
    </View>
  )
}
