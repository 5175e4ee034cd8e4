import { Text, View } from '@tarojs/components'
import { Card } from '../../components/card'
import { EmptyState } from '../../components/empty-state'
import { Skeleton } from '../../components/skeleton'
import { t } from '../../messages'
import { kilometers } from '../../messages/format'
import styles from './lists.module.css'
import { useOverview } from './use-overview'

export function TrailList() {
  const trails = useOverview((state) => state.overview?.trails)
  const load = useOverview((state) => state.load)

  return (
    <Card title={t('overview.trail_list')}>
      {trails?.length === 0 && (
        <EmptyState
          text={t('overview.no_trails')}
          action={{ id: 'refresh', label: t('overview.refresh'), onPress: load }}
        />
      )}
      {trails?.map(({ id, name, lengthMeters }) => (
        <View key={id} className={styles.row}>
          <Text className={styles.name}>{name}</Text>
          <View className={styles.figure}>
            <Text className={styles.number}>{kilometers(lengthMeters)}</Text>
            <Text className={styles.unit}>{t('unit.km')}</Text>
          </View>
        </View>
      ))}
      {!trails && (
        <View className={styles.row}>
          <Skeleton ems={7} />
        </View>
      )}
    </Card>
  )
}
