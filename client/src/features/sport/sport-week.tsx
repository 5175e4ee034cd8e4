import type { SportDay } from '@trailpass/shared'
import { type Bar, Bars } from '../../components/bars'
import { Card } from '../../components/card'
import { t } from '../../messages'
import { kilometers, weekday } from '../../messages/format'
import { useSport } from './use-sport'

interface SportWeekProps {
  personId: string
  onOpenHistory: () => void
}

const noDays: Bar[] = Array.from({ length: 7 }, (_, at) => ({ key: String(at), value: 0, words: '', label: '\u00a0' }))

export function SportWeek({ personId, onOpenHistory }: SportWeekProps) {
  const { value: week } = useSport(personId, '7d')

  return (
    <Card
      id="sport-week"
      title={week ? t('sport.week_total', { distance: kilometers(week.totals.distanceMeters) }) : t('sport.week')}
      more={{ id: 'open-history', label: t('history.title'), onPress: onOpenHistory }}
    >
      <Bars name={t('sport.week')} bars={week ? week.days.map(toBar) : noDays} />
    </Card>
  )
}

function toBar({ date, distanceMeters }: SportDay, at: number, days: SportDay[]): Bar {
  const isToday = at === days.length - 1
  const day = isToday ? t('sport.today') : weekday(date)
  const distance = kilometers(distanceMeters)
  return {
    key: date,
    value: distanceMeters,
    words: t('sport.bar', { day, distance }),
    label: day,
    strong: isToday,
    ...(distanceMeters > 0 && { figure: distance }),
  }
}
