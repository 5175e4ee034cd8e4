import type { Agreement, Consent } from '@trailpass/shared'
import { Card } from '../../components/card'
import { FactRow } from '../../components/fact-row'
import { t } from '../../messages'
import { day } from '../../messages/format'

interface ConsentsCardProps {
  consents: Consent[]
  /** For their titles; an agreement that is no longer offered goes by its id. */
  agreements: Agreement[] | null
}

export function ConsentsCard({ consents, agreements }: ConsentsCardProps) {
  return (
    <Card title={t('profile.consents')}>
      {consents.map(({ id, version, agreedAt }) => (
        <FactRow key={`${id} ${version}`} label={agreements?.find((agreement) => agreement.id === id)?.title ?? id}>
          {t('profile.consent', { version, date: day(agreedAt) })}
        </FactRow>
      ))}
    </Card>
  )
}
