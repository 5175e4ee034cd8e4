import { View } from '@tarojs/components'
import type { Overview } from '@trailpass/shared'
import { Card } from '../../components/card'
import { Stat, unknownFigure } from '../../components/stat'
import { t } from '../../messages'
import { count, kilometers, plural } from '../../messages/format'
import styles from './today-card.module.css'
import { useOverview } from './use-overview'

type Figures = Pick<Overview, 'activeToday' | 'trails' | 'freeBikes'>
const nothing: Figures = { trails: [], activeToday: 0, freeBikes: null }

/** Today's figures, laid out so that loading does not move anything. */
export function TodayCard() {
  const overview = useOverview((state) => state.overview)
  const failed = useOverview((state) => state.fault !== null)
  const { activeToday, trails, freeBikes }: Figures = overview ?? nothing
  const shown = (figure: string) => (overview ? figure : failed ? unknownFigure : null)

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
          value={shown(count(activeToday))}
          unit={t(`overview.people.${plural(activeToday)}`)}
        />
      </View>
      <View className={styles.more}>
        <Stat value={shown(count(trails.length))} unit={t(`overview.trails.${plural(trails.length)}`)} />
        <Stat value={shown(kilometers(totalMeters(trails)))} unit={t('overview.length')} />
        {freeBikes !== null && <Stat value={count(freeBikes)} unit={t(`overview.free_bikes.${plural(freeBikes)}`)} />}
      </View>
    </Card>
  )
}

function totalMeters(trails: Overview['trails']): number {
  return trails.reduce((sum, { lengthMeters }) => sum + lengthMeters, 0)
}
