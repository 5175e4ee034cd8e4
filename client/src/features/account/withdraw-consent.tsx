import type { UserInfo } from '@trailpass/shared'
import { FaultText } from '../../components/fault-text'
import { HoldButton } from '../../components/hold-button'
import { t } from '../../messages'
import { ask, tell } from '../../platform/dialogue'
import { accountCalls, keepUser, useAttempt } from './use-account'
import { WhatGoes } from './what-goes'
import { accountWords } from './words'

interface WithdrawConsentProps {
  user: UserInfo
  onDone: () => void
}

/** Withdraws all agreements at once, because membership requires each of them. */
export function WithdrawConsent({ user, onDone }: WithdrawConsentProps) {
  const { busy, fault, attempt } = useAttempt()

  const withdraw = () =>
    attempt(async () => {
      await accountCalls().withdraw([...new Set(user.consents.map(({ id }) => id))], keepUser)
      tell(accountWords('withdrawn'))
      onDone()
    })
  const press = async () => {
    const agreed = await ask({
      title: accountWords('withdraw_title'),
      text: accountWords('confirm_text'),
      yes: accountWords('withdraw_confirm'),
      no: t('dialogue.no'),
    })
    if (agreed) await withdraw()
  }

  return (
    <>
      <WhatGoes
        text={accountWords('withdraw_text')}
        things={[accountWords('gone_profile'), accountWords('gone_rides')]}
        stays={accountWords('withdraw_keeps')}
      />
      {fault && <FaultText id="withdraw-fault">{fault}</FaultText>}
      <HoldButton id="withdraw" busy={busy} onHeld={() => void withdraw()} onTap={() => void press()}>
        {accountWords('withdraw_hold')}
      </HoldButton>
    </>
  )
}
