import { Card } from '../../components/card'
import { LinkRow } from '../../components/link-row'
import { openPage } from '../../platform/navigation'
import { accountWords } from './words'

const open = (page: string) => () => openPage(`/pages/profile/${page}/index`)

/** Links to everything stored about a person, and to withdrawing consent if there is any. */
export function AccountCard({ hasConsents }: { hasConsents: boolean }) {
  return (
    <Card id="account" title={accountWords('title')}>
      <LinkRow id="open-devices" note={accountWords('devices_note')} onClick={open('devices')}>
        {accountWords('devices')}
      </LinkRow>
      <LinkRow id="open-export" note={accountWords('export_note')} onClick={open('export')}>
        {accountWords('export')}
      </LinkRow>
      {hasConsents && (
        <LinkRow id="open-withdraw" note={accountWords('withdraw_note')} onClick={open('withdraw')}>
          {accountWords('withdraw')}
        </LinkRow>
      )}
      <LinkRow id="open-erase" note={accountWords('erase_note')} onClick={open('erase')}>
        {accountWords('erase')}
      </LinkRow>
    </Card>
  )
}
