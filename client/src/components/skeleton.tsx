import { Text } from '@tarojs/components'
import styles from './skeleton.module.css'

/** A placeholder in a line of text, which keeps its height. */
export function Skeleton({ ems }: { ems: number }) {
  return <Text className={styles.skeleton} style={{ width: `${ems}em` }} aria-hidden="true" />
}
