import { View } from '@tarojs/components'
import type { SportDay, SportFigures } from '@trailpass/shared'
import { useEffect } from 'react'
import { type Bar, Bars } from '../../components/bars'
import { Card } from '../../components/card'
import { Stat, unknownFigure } from '../../components/stat'
import { t } from '../../messages'
import { count, kilometers, plural, weekday } from '../../messages/format'
import { historyWords } from './history-words'
import styles from './sport-month.module.css'
import { useLoadSport, useSport } from './use-sport'

const noDays: Bar[] = Array.from({ length: 31 }, (_, at) => ({ key: String(at), value: 0, words: '' }))

export function SportMonth({ personId }: { personId: string }) {
  const { value: month, fault } = useSport(personId, '31d')
  const load = useLoadSport()
  useEffect(() => void load(personId, '31d'), [load, personId])

  const shown = (figure: (totals: SportFigures) => string) =>
    month ? figure(month.totals) : fault ? unknownFigure : null
  const rides = month?.totals.rides ?? 0

  return (
    <Card id="sport-month" title={historyWords('month')}>
      <Stat hero value={shown(({ distanceMeters }) => kilometers(distanceMeters))} unit={t('unit.km')} />
      <View className={styles.figures}>
        <Stat value={shown((totals) => count(totals.rides))} unit={t(`sport.rides.${plural(rides)}`)} />
        <Stat value={shown(({ movingSeconds }) => count(Math.round(movingSeconds / 60)))} unit={t('sport.minutes')} />
        <Stat value={shown(({ energyKcal }) => count(Math.round(energyKcal)))} unit={t('unit.kcal')} />
      </View>
      <Bars name={historyWords('month')} bars={month ? month.days.map(toBar) : noDays} />
    </Card>
  )
}

function toBar({ date, distanceMeters }: SportDay, at: number, days: SportDay[]): Bar {
  const isToday = at === days.length - 1
  // Weekday names only identify the last week; earlier days show the date.
  const day = isToday ? t('sport.today') : days.length - at <= 7 ? weekday(date) : date.slice(5)
  return {
    key: date,
    value: distanceMeters,
    words: t('sport.bar', { day, distance: kilometers(distanceMeters) }),
    strong: isToday,
  }
}
