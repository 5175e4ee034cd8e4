import { View } from '@tarojs/components'
import { classNames } from './class-names'
import styles from './icon.module.css'

/** Drawn in the colour of the text around it; says nothing to a screen reader. */
export function Icon({ name }: { name: 'person' | 'camera' | 'check' | 'signal' | 'chevron' }) {
  return <View className={classNames(styles.icon, styles[name])} aria-hidden="true" />
}
