import type { Agreement, Consent } from '@trailpass/shared'
import { Card } from '../../components/card'
import { LinkRow } from '../../components/link-row'
import { Skeleton } from '../../components/skeleton'
import { day } from '../../messages/format'
import { profileWords } from './words'

interface ConsentsCardProps {
  consents: Consent[]
  /** For their titles, `null` until they have come; an agreement that is no longer offered goes by its id. */
  agreements: Agreement[] | null
  onRead: (agreementId: string) => void
}

/** What was agreed to, in which version and when. Only the text of the version on offer can be read. */
export function ConsentsCard({ consents, agreements, onRead }: ConsentsCardProps) {
  return (
    <Card id="consents" title={profileWords('consents')}>
      {consents.map(({ id, version, agreedAt }) => {
        const offered = agreements?.find((agreement) => agreement.id === id)
        return (
          <LinkRow
            key={`${id} ${version}`}
            id={`consent-${id}-${version}`}
            note={profileWords('consent', { version, date: day(agreedAt) })}
            onClick={offered?.version === version ? () => onRead(id) : undefined}
          >
            {agreements === null ? <Skeleton ems={5} /> : (offered?.title ?? id)}
          </LinkRow>
        )
      })}
    </Card>
  )
}
