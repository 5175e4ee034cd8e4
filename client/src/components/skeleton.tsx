import { Text } from '@tarojs/components'
import styles from './skeleton.module.css'

/** Stands in a line of text, so the line is as high as it will be. */
export function Skeleton({ ems }: { ems: number }) {
  return <Text className={styles.skeleton} style={{ width: `${ems}em` }} aria-hidden="true" />
}
