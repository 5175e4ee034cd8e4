import { Text } from '@tarojs/components'
import { classNames } from '../../components/class-names'
import { unknownFigure } from '../../components/stat'
import styles from './rank.module.css'

export function Rank({ rank }: { rank: number | null }) {
  return <Text className={classNames(styles.rank, rank === 1 && styles.first)}>{rank ?? unknownFigure}</Text>
}
