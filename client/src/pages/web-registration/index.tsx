import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Card } from '../../components/card'
import { EmptyState } from '../../components/empty-state'
import { Heading } from '../../components/heading'
import { Icon } from '../../components/icon'
import { Screen } from '../../components/screen'
import { Skeleton } from '../../components/skeleton'
import { t, wordsFor } from '../../messages'
import { takeArrival } from '../../platform/web-ticket'
import styles from './index.module.css'
import { useWebRegistration } from './use-web-registration'
import { WebRegistrationForm } from './web-registration-form'
import { webRegistrationWords } from './words'

/** Registers a person who was sent here by a mini program with a ticket, in its `<web-view>` or in a browser. */
export default function WebRegistration() {
  const [arrival] = useState(takeArrival)
  const phase = useWebRegistration((state) => state.phase)
  const fault = useWebRegistration((state) => state.fault)
  const open = useWebRegistration((state) => state.open)
  const { ticket } = arrival

  useEffect(() => {
    void open(ticket)
  }, [open, ticket])

  if (phase === 'opening' && fault !== null) {
    const retry = { id: 'retry', label: t('banner.retry'), onPress: () => void open(ticket) }
    return (
      <Screen title={t('registration.title')} isHome>
        <EmptyState text={wordsFor(fault)} action={retry} />
      </Screen>
    )
  }
  if (phase === 'done' || phase === 'closed') {
    return (
      <Screen title={t('registration.title')} isHome>
        <View id={`web-registration-${phase}`} className={styles.end}>
          {phase === 'done' && (
            <View className={styles.mark}>
              <Icon name="check" />
            </View>
          )}
          <Heading level={1} className={styles.title}>
            {webRegistrationWords(phase)}
          </Heading>
          <View className={styles.text}>{webRegistrationWords(`${phase}_text`)}</View>
        </View>
      </Screen>
    )
  }
  return (
    <Screen title={t('registration.title')} isHome>
      <Heading level={1} className={styles.title}>
        {t('registration.title')}
      </Heading>
      <View className={styles.text}>{webRegistrationWords('hint')}</View>
      <Card id="web-registration">
        {phase === 'opening' ? <Skeleton ems={12} /> : <WebRegistrationForm {...arrival} />}
      </Card>
    </Screen>
  )
}
