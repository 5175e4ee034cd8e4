import { Card } from '../../components/card'
import { LinkRow } from '../../components/link-row'
import { positioning } from '../../platform/location'
import { privacy } from '../../platform/privacy'
import { profileWords } from './words'

/** Permissions; nothing in a browser, which manages them itself. */
export function PrivacyCard({ onReadPolicy }: { onReadPolicy: () => void }) {
  const { openSettings } = positioning
  if (!openSettings && !privacy) return null

  const read = async () => {
    if (!(await privacy?.openContract())) onReadPolicy()
  }
  return (
    <Card id="privacy-choices" title={profileWords('privacy')}>
      {openSettings && (
        <LinkRow id="open-settings" note={profileWords('settings_note')} onClick={openSettings}>
          {profileWords('settings')}
        </LinkRow>
      )}
      {privacy && (
        <LinkRow id="open-contract" note={profileWords('contract_note')} onClick={read}>
          {profileWords('contract')}
        </LinkRow>
      )}
    </Card>
  )
}
