import type { UserInfo } from '@trailpass/shared'
import { Card } from '../../components/card'
import { FactRow } from '../../components/fact-row'
import { LinkRow } from '../../components/link-row'
import { SwitchRow } from '../../components/switch-row'
import { useBusy } from '../../components/use-busy'
import { t, wordsFor } from '../../messages'
import { day } from '../../messages/format'
import { ask, tell } from '../../platform/dialogue'
import { riderWords } from './rider-words'
import { useProfile } from './use-profile'
import { profileWords } from './words'

export function RiderCard({ user }: { user: UserInfo }) {
  const setRanked = useProfile((state) => state.setRanked)
  const renewRiderId = useProfile((state) => state.renewRiderId)
  const [, switchRanked] = useBusy(async () => {
    const fault = await setRanked(!user.ranked)
    if (fault) tell(wordsFor(fault))
  })
  const [, renew] = useBusy(async () => {
    const agreed = await ask({
      title: riderWords('renew_title'),
      text: riderWords('renew_text'),
      yes: riderWords('renew_confirm'),
      no: t('dialogue.no'),
    })
    if (!agreed) return
    const fault = await renewRiderId()
    tell(fault ? wordsFor(fault) : riderWords('renewed'))
  })

  return (
    <Card title={profileWords('rider')}>
      {user.riderId && (
        <FactRow id="rider-id" label={profileWords('rider_id')}>
          {user.riderId}
        </FactRow>
      )}
      <FactRow label={profileWords('since')}>{day(user.createdAt)}</FactRow>
      <SwitchRow
        id="ranked"
        checked={user.ranked}
        label={riderWords('ranked')}
        note={riderWords('ranked_note')}
        onChange={switchRanked}
      />
      <LinkRow id="renew-rider-id" onClick={renew}>
        {riderWords('renew')}
      </LinkRow>
    </Card>
  )
}
