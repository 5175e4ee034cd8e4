import type { Agreement, Consent } from '@trailpass/shared'
import { Card } from '../../components/card'
import { LinkRow } from '../../components/link-row'
import { day } from '../../messages/format'
import { profileWords } from './words'

interface ConsentsCardProps {
  consents: Consent[]
  /** For their titles; an agreement that is no longer offered goes by its id. */
  agreements: Agreement[] | null
  onRead: (agreementId: string) => void
}

/** What was agreed to, in which version and when; each leads to its text. */
export function ConsentsCard({ consents, agreements, onRead }: ConsentsCardProps) {
  return (
    <Card id="consents" title={profileWords('consents')}>
      {consents.map(({ id, version, agreedAt }) => (
        <LinkRow
          key={`${id} ${version}`}
          id={`consent-${id}`}
          note={profileWords('consent', { version, date: day(agreedAt) })}
          onClick={() => onRead(id)}
        >
          {agreements?.find((agreement) => agreement.id === id)?.title ?? id}
        </LinkRow>
      ))}
    </Card>
  )
}
