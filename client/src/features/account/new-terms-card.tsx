import { View } from '@tarojs/components'
import type { Agreement, Consent } from '@trailpass/shared'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { FaultText } from '../../components/fault-text'
import { LinkRow } from '../../components/link-row'
import styles from './join-card.module.css'
import { accountCalls, keepUser, useAttempt } from './use-account'
import { accountWords } from './words'

interface NewTermsCardProps {
  consents: Consent[]
  /** The current agreements; `null` until they are loaded. */
  agreements: Agreement[] | null
  onRead: (agreementId: string) => void
}

/** Agreements that changed since they were accepted, to be accepted again. Nothing is blocked meanwhile. */
export function NewTermsCard({ consents, agreements, onRead }: NewTermsCardProps) {
  const { busy, fault, attempt } = useAttempt()
  const changed = (agreements ?? []).filter(
    (agreement) =>
      agreement.required && !consents.some(({ id, version }) => id === agreement.id && version === agreement.version),
  )
  if (changed.length === 0) return null

  const agree = () => attempt(async () => keepUser(await accountCalls().agree(changed)))
  return (
    <Card id="new-terms" title={accountWords('terms_title')}>
      <View className={styles.text}>{accountWords('terms_text')}</View>
      {changed.map(({ id, title, version }) => (
        <LinkRow
          key={id}
          id={`new-terms-${id}`}
          note={accountWords('terms_version', { version })}
          onClick={() => onRead(id)}
        >
          {title}
        </LinkRow>
      ))}
      {fault && <FaultText id="new-terms-fault">{fault}</FaultText>}
      <View className={styles.choice}>
        <Button id="agree-new-terms" wide busy={busy} onClick={() => void agree()}>
          {accountWords('terms_agree')}
        </Button>
      </View>
    </Card>
  )
}
