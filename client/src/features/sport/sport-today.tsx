import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import type { SportDay, SportSummary } from '@trailpass/shared'
import { useEffect } from 'react'
import { Card } from '../../components/card'
import { Skeleton } from '../../components/skeleton'
import { Stat, unknownFigure } from '../../components/stat'
import { t } from '../../messages'
import { count, kilometers, plural } from '../../messages/format'
import styles from './sport-today.module.css'
import { metersToday, TodayRing } from './today-ring'
import { useLoadSport, useSport } from './use-sport'

/**
 * Today's figures, laid out so that loading does not move anything, with today's steps if the platform has reported
 * them.
 */
export function SportToday({ personId, onOpenHistory }: { personId: string; onOpenHistory: () => void }) {
  const { value: week, fault } = useSport(personId, '7d')
  const load = useLoadSport()
  useEffect(() => void load(personId, '7d'), [load, personId])
  useDidShow(() => void load(personId, '7d'))

  const today = week?.days.at(-1)
  const steps = today?.steps ?? null
  const shown = (figure: (day: SportDay) => string) => (today ? figure(today) : fault ? unknownFigure : null)

  return (
    <Card
      id="sport"
      title={t('sport.today')}
      {...(steps !== null && {
        more: { id: 'open-steps', label: t('sport.steps', { steps: count(steps) }), onPress: onOpenHistory },
      })}
    >
      <View className={styles.today}>
        <TodayRing week={week} failed={fault !== null} />
        <View className={styles.figures}>
          <View className={styles.figure}>
            <Stat value={shown((day) => count(Math.round(day.movingSeconds / 60)))} unit={t('sport.minutes')} />
          </View>
          <View className={styles.figure}>
            <Stat value={shown((day) => count(Math.round(day.energyKcal)))} unit={t('unit.kcal')} />
          </View>
          <View className={styles.figure}>
            <Stat value={shown((day) => count(day.rides))} unit={t(`sport.rides.${plural(today?.rides ?? 0)}`)} />
          </View>
        </View>
      </View>
      <View id="sport-goal" className={styles.goal}>
        {week ? goalWords(week) : fault ? '' : <Skeleton ems={12} />}
      </View>
    </Card>
  )
}

function goalWords(week: SportSummary): string {
  const meters = metersToday(week)
  if (meters === 0) return t('sport.none_today')
  if (meters >= week.goalMeters) return t('sport.reached')
  // Rounded up, so that nobody is told there is nothing left to go.
  return t('sport.to_go', { distance: kilometers(Math.ceil((week.goalMeters - meters) / 100) * 100) })
}
