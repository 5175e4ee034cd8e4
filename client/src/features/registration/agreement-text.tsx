import { View, WebView } from '@tarojs/components'
import { EmptyState } from '../../components/empty-state'
import { Heading } from '../../components/heading'
import { Skeleton } from '../../components/skeleton'
import { t, wordsFor } from '../../messages'
import styles from './agreement-text.module.css'
import { agreementWords } from './agreement-words'
import { useRegistration } from './use-registration'

/** One agreement, readable: its own text, or the operator's page. */
export function AgreementText({ id }: { id: string }) {
  const agreements = useRegistration((state) => state.agreements)
  const failed = useRegistration((state) => state.status === 'error')
  const fault = useRegistration((state) => state.fault)
  const loadAgreements = useRegistration((state) => state.loadAgreements)
  const agreement = agreements?.find((candidate) => candidate.id === id)

  if (agreement?.url) return <WebView src={agreement.url} />
  if (agreement) {
    return (
      <View id="agreement-text">
        <Heading level={1} className={styles.title}>
          {agreement.title}
        </Heading>
        <View className={styles.version}>{agreementWords('version', { version: agreement.version })}</View>
        <View className={styles.text}>{agreement.text}</View>
      </View>
    )
  }
  if (agreements) return <EmptyState text={agreementWords('missing')} />
  if (!failed) return <Skeleton ems={12} />
  const retry = { id: 'retry', label: t('banner.retry'), onPress: loadAgreements }
  return <EmptyState text={wordsFor(fault ?? 'other')} action={retry} />
}
