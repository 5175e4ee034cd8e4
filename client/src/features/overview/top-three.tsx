import { Text, View } from '@tarojs/components'
import { Card } from '../../components/card'
import { classNames } from '../../components/class-names'
import { Skeleton } from '../../components/skeleton'
import { t } from '../../messages'
import { kilometers } from '../../messages/format'
import styles from './lists.module.css'
import { useOverview } from './use-overview'

const ranks = [1, 2, 3]

/** Three places whoever holds them, so the card is as high before the answer and on a quiet day. */
export function TopThree() {
  const leaders = useOverview((state) => state.overview?.topThree)

  return (
    <Card title={t('overview.leaders')}>
      {ranks.map((rank) => {
        const leader = leaders?.[rank - 1]
        return (
          <View key={rank} className={styles.row}>
            <Text className={classNames(styles.rank, rank === 1 && styles.first)}>{rank}</Text>
            <Text className={classNames(styles.name, !leader && styles.open)}>
              {leader?.displayName ?? (leaders ? t('overview.rank_open') : <Skeleton ems={5} />)}
            </Text>
            {leader && (
              <View className={styles.figure}>
                <Text className={styles.number}>{kilometers(leader.distanceMeters)}</Text>
                <Text className={styles.unit}>{t('unit.km')}</Text>
              </View>
            )}
          </View>
        )
      })}
    </Card>
  )
}
