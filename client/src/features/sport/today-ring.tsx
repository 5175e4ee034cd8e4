import { View } from '@tarojs/components'
import type { SportSummary } from '@trailpass/shared'
import { classNames } from '../../components/class-names'
import { Ring } from '../../components/ring'
import { Skeleton } from '../../components/skeleton'
import { unknownFigure } from '../../components/stat'
import { t } from '../../messages'
import { kilometers } from '../../messages/format'
import styles from './today-ring.module.css'

interface TodayRingProps {
  /** `null` while it is not known. */
  week: SportSummary | null
  failed: boolean
}

/** Today's distance against the goal. */
export function TodayRing({ week, failed }: TodayRingProps) {
  return (
    <Ring id="sport-ring" share={shareOf(week)} label={ringWords(week)}>
      <View className={classNames(styles.distance, !week && failed && styles.unknown)}>
        {week ? kilometers(metersToday(week)) : failed ? unknownFigure : <Skeleton ems={1.6} />}
      </View>
      <View className={styles.unit}>{t('unit.km')}</View>
    </Ring>
  )
}

export const metersToday = ({ days }: SportSummary): number => days.at(-1)?.distanceMeters ?? 0

function shareOf(week: SportSummary | null): number {
  return week && week.goalMeters > 0 ? metersToday(week) / week.goalMeters : 0
}

function ringWords(week: SportSummary | null): string {
  if (!week) return t('sport.today')
  return t('sport.ring', { distance: kilometers(metersToday(week)), goal: kilometers(week.goalMeters) })
}
