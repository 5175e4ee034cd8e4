import { View } from '@tarojs/components'
import type { Overview } from '@trailpass/shared'
import { Card } from '../../components/card'
import { Stat } from '../../components/stat'
import { t } from '../../messages'
import { count, kilometers } from '../../messages/format'
import styles from './today-card.module.css'
import { useOverview } from './use-overview'

const unknown = '–'

/** The figures of today, in places that are the same before and after they are known. */
export function TodayCard() {
  const overview = useOverview((state) => state.overview)
  const failed = useOverview((state) => state.status === 'error')
  const figure = (read: (known: Overview) => string) => (overview ? read(overview) : failed ? unknown : null)

  return (
    <Card className={styles.today}>
      <View className={styles.people}>
        <View className={styles.landscape} aria-hidden="true">
          <View className={styles.hills} />
          <View className={styles.path} />
        </View>
        <Stat
          hero
          label={t('overview.active')}
          value={figure(({ activeToday }) => count(activeToday))}
          unit={t('overview.people')}
        />
      </View>
      <View className={styles.more}>
        <Stat value={figure(({ trails }) => count(trails.length))} unit={t('overview.trails')} />
        <Stat value={figure(({ trails }) => kilometers(totalMeters(trails)))} unit={t('overview.length')} />
        {typeof overview?.freeBikes === 'number' && (
          <Stat value={count(overview.freeBikes)} unit={t('overview.free_bikes')} />
        )}
      </View>
    </Card>
  )
}

function totalMeters(trails: Overview['trails']): number {
  return trails.reduce((sum, { lengthMeters }) => sum + lengthMeters, 0)
}
