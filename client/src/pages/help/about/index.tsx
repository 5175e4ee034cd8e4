import { contractVersion } from '@trailpass/shared'
import { useEffect } from 'react'
import client from '../../../../package.json'
import { Card } from '../../../components/card'
import { FactRow } from '../../../components/fact-row'
import { LinkRow } from '../../../components/link-row'
import { Screen } from '../../../components/screen'
import { Skeleton } from '../../../components/skeleton'
import { useRegistration } from '../../../features/registration/use-registration'
import { SessionBanner } from '../../../features/session/session-banner'
import { t } from '../../../messages'
import { openAgreement } from '../../../platform/navigation'
import { aboutWords } from './words'

const licence = 'MIT'

export default function About() {
  const agreements = useRegistration((state) => state.agreements)
  const fault = useRegistration((state) => (state.agreements === null ? state.fault : null))
  const loadAgreements = useRegistration((state) => state.loadAgreements)
  useEffect(() => {
    if (agreements === null) void loadAgreements()
  }, [agreements, loadAgreements])

  return (
    <Screen title={t('about.title')}>
      <SessionBanner fault={fault} onRetry={loadAgreements} />
      <Card id="about">
        <FactRow id="version" label={aboutWords('version')}>
          {client.version}
        </FactRow>
        <FactRow label={aboutWords('contract')}>{String(contractVersion)}</FactRow>
        <FactRow label={aboutWords('licence')}>{licence}</FactRow>
      </Card>
      {(agreements !== null || fault === null) && (
        <Card title={aboutWords('agreements')}>
          {agreements === null && <Skeleton ems={8} />}
          {agreements?.map(({ id, title }) => (
            <LinkRow key={id} id={`about-${id}`} onClick={() => openAgreement(id)}>
              {title}
            </LinkRow>
          ))}
        </Card>
      )}
    </Screen>
  )
}
