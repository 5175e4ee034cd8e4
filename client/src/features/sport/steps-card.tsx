import { View } from '@tarojs/components'
import type { SportDay } from '@trailpass/shared'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { FaultText } from '../../components/fault-text'
import { Line31 } from '../../components/line-31'
import { Stat, unknownFigure } from '../../components/stat'
import { t, wordsFor } from '../../messages'
import { count, weekday } from '../../messages/format'
import { weRun } from '../../platform/werun'
import { historyWords } from './history-words'
import styles from './steps-card.module.css'
import { useLoadSport, useSport } from './use-sport'
import { useSteps } from './use-steps'

/** The person's steps as counted by the platform; nothing if it has never reported any. */
export function StepsCard({ personId }: { personId: string }) {
  const { value: month } = useSport(personId, '31d')
  const load = useLoadSport()
  const { phase, fault, update } = useSteps(() => void load(personId, '31d'))
  const isKnown = month !== null && month.totals.steps !== null
  if (month === null || (!isKnown && !weRun)) return null

  const isDenied = phase === 'denied'
  const today = month.days.at(-1)?.steps ?? null
  const ask = async () => {
    if (isDenied) await weRun?.openSettings()
    await update()
  }
  return (
    <Card id="steps" title={historyWords('steps')}>
      {isKnown && (
        <>
          <Stat
            hero
            label={t('sport.today')}
            value={today === null ? unknownFigure : count(today)}
            unit={historyWords('steps_unit')}
          />
          <View className={styles.line}>
            <Line31 id="steps-line" name={historyWords('steps')} points={month.days.map(toPoint)} />
          </View>
        </>
      )}
      {!isKnown && <View className={styles.text}>{historyWords('steps_why')}</View>}
      {isDenied && <View className={styles.text}>{historyWords('steps_denied')}</View>}
      {phase === 'unavailable' && <View className={styles.text}>{historyWords('steps_unavailable')}</View>}
      {fault && <FaultText id="steps-fault">{wordsFor(fault)}</FaultText>}
      {weRun && (
        <Button
          id="update-steps"
          tone={isKnown ? 'quiet' : 'primary'}
          busy={phase === 'asking'}
          onClick={() => void ask()}
        >
          {historyWords(isDenied ? 'steps_settings' : isKnown ? 'steps_again' : 'steps_ask')}
        </Button>
      )}
    </Card>
  )
}

function toPoint({ date, steps }: SportDay, at: number, days: SportDay[]) {
  const day = days.length - at <= 7 ? weekday(date) : date.slice(5)
  const words =
    steps === null
      ? historyWords('steps_unknown_day', { day })
      : historyWords('steps_day', { day, steps: count(steps) })
  return { value: steps, words }
}
