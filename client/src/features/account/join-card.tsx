import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { assetUrl } from '../../api/asset-url'
import { Avatar } from '../../components/avatar'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { FaultText } from '../../components/fault-text'
import { ListRow } from '../../components/list-row'
import { locale } from '../../lib/locale'
import { t } from '../../messages'
import { kilometers, plural } from '../../messages/format'
import { platformName } from '../../messages/platform-name'
import { shownName } from '../../messages/shown-name'
import { tell } from '../../platform/dialogue'
import type { AccountSummary, JoinOffer } from './account-calls'
import styles from './join-card.module.css'
import { accountCalls, keepUser, useAttempt } from './use-account'
import { accountWords } from './words'

/**
 * Offers to merge two accounts that the platform identifies as the same person. Asked once; nothing is lost either way.
 */
export function JoinCard() {
  const [offer, setOffer] = useState<JoinOffer | null>(null)
  const { busy, fault, attempt } = useAttempt()
  useEffect(() => {
    // Without a decision, the question is asked again at the next visit.
    accountCalls()
      .findJoinOffer()
      .then(setOffer, () => {})
  }, [])
  if (offer === null) return null

  const decide = (join: boolean) =>
    attempt(async () => {
      keepUser(await accountCalls().decideJoin(join))
      tell(accountWords(join ? 'joined' : 'kept_apart'))
    })
  return (
    <Card id="join" title={accountWords('join_title')}>
      <View className={styles.text}>{accountWords('join_text', { platform: platformName(locale()) })}</View>
      <AccountRow id="join-own" account={offer.own} label={accountWords('join_own')} />
      <AccountRow id="join-other" account={offer.other} label={accountWords('join_other')} />
      {fault && <FaultText id="join-fault">{fault}</FaultText>}
      <View className={styles.choice}>
        <Button id="join-yes" wide busy={busy} onClick={() => void decide(true)}>
          {accountWords('join_yes')}
        </Button>
        <Button id="join-no" wide tone="quiet" disabled={busy} onClick={() => void decide(false)}>
          {accountWords('join_no')}
        </Button>
      </View>
    </Card>
  )
}

function AccountRow({ id, account, label }: { id: string; account: AccountSummary; label: string }) {
  const { displayName, avatarUrl, platforms, rides, distanceMeters } = account
  const facts = {
    platforms: platforms.map((platform) => accountWords(platform)).join(' '),
    rides,
    unit: t(`sport.rides.${plural(rides)}`),
    kilometers: kilometers(distanceMeters),
  }
  return (
    <ListRow
      id={id}
      lead={
        <View className={styles.face}>
          <Avatar url={assetUrl(avatarUrl)} name={shownName(displayName)} size="small" />
        </View>
      }
      note={`${label} · ${accountWords('join_facts', facts)}`}
    >
      {shownName(displayName)}
    </ListRow>
  )
}
