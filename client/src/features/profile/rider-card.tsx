import type { UserInfo } from '@trailpass/shared'
import { Card } from '../../components/card'
import { FactRow } from '../../components/fact-row'
import { t } from '../../messages'
import { day } from '../../messages/format'

export function RiderCard({ user }: { user: UserInfo }) {
  return (
    <Card title={t('profile.rider')}>
      {user.riderId && (
        <FactRow id="rider-id" label={t('profile.rider_id')}>
          {user.riderId}
        </FactRow>
      )}
      {user.phoneMasked && <FactRow label={t('profile.phone')}>{user.phoneMasked}</FactRow>}
      <FactRow label={t('profile.since')}>{day(user.createdAt)}</FactRow>
    </Card>
  )
}
