import type { Agreement, Consent } from '@trailpass/shared'
import { Card } from '../../components/card'
import { LinkRow } from '../../components/link-row'
import { Skeleton } from '../../components/skeleton'
import { day } from '../../messages/format'
import { profileWords } from './words'

interface ConsentsCardProps {
  consents: Consent[]
  /** Supplies the titles, `null` until loaded; an agreement that is no longer offered is shown by its id. */
  agreements: Agreement[] | null
  onRead: (agreementId: string) => void
}

/** Accepted agreements, with version and date. Only the text of the current version can be opened. */
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
