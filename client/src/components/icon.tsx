import { View } from '@tarojs/components'
import { classNames } from './class-names'
import styles from './icon.module.css'

/** Drawn in the text colour; hidden from screen readers. */
export function Icon({ name }: { name: 'person' | 'camera' | 'check' | 'signal' | 'chevron' }) {
  return <View className={classNames(styles.icon, styles[name])} aria-hidden="true" />
}
