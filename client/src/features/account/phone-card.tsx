import { bindPhone, type EncryptedPayload, type UserInfo } from '@trailpass/shared'
import { Card } from '../../components/card'
import { FactRow } from '../../components/fact-row'
import { FaultText } from '../../components/fault-text'
import { LinkRow } from '../../components/link-row'
import { PhoneRow } from '../../components/phone-row'
import { Skeleton } from '../../components/skeleton'
import { faultOf } from '../../lib/fault'
import { useSealedCalls } from '../../lib/use-sealed-calls'
import { t, wordsFor } from '../../messages'
import { ask, tell } from '../../platform/dialogue'
import { userProfile } from '../../platform/user-profile'
import { accountCalls, keepUser, useAttempt } from './use-account'
import { accountWords } from './words'

/** The general message is about registration. */
function memberWords(fault: string): string {
  if (fault === 'phone.refused') return accountWords('phone_refused')
  return fault === 'phone.unavailable' ? accountWords('phone_unavailable') : wordsFor(fault)
}

/** The masked phone number. Only WeChat has a button that supplies one. */
export function PhoneCard({ user: { phoneMasked } }: { user: UserInfo }) {
  const { fault, attempt } = useAttempt(memberWords)
  const canFill = process.env.TARO_ENV === 'weapp'
  const { sealed, isReady } = useSealedCalls(userProfile?.isEarly() === true)
  if (!canFill && phoneMasked === null) return null

  const fill = (code: string) =>
    attempt(async () => {
      keepUser(await accountCalls().bindPhone(code))
      tell(accountWords('phone_bound'))
    })
  const open = (payload: EncryptedPayload) =>
    attempt(async () => {
      try {
        keepUser(await sealed.send(bindPhone, payload))
        tell(accountWords('phone_bound'))
      } catch (error) {
        // Prepares the next press.
        if (faultOf(error) === 'session_key.stale') await sealed.renew()
        throw error
      }
    })
  const remove = async () => {
    const agreed = await ask({
      title: accountWords('phone_remove_title'),
      text: accountWords('phone_remove_text'),
      yes: accountWords('phone_remove_confirm'),
      no: t('dialogue.no'),
    })
    if (!agreed) return
    await attempt(async () => {
      keepUser(await accountCalls().removePhone())
      tell(accountWords('phone_removed'))
    })
  }

  return (
    <Card id="phone-card">
      {!isReady && <Skeleton ems={12} />}
      {isReady && canFill && (
        <PhoneRow
          state={phoneMasked ?? accountWords('phone_add')}
          filled={phoneMasked !== null}
          onFill={(code) => void fill(code)}
          onSealed={(payload) => void open(payload)}
          words={memberWords}
        />
      )}
      {!canFill && <FactRow label={t('registration.phone')}>{phoneMasked ?? ''}</FactRow>}
      {phoneMasked !== null && (
        <LinkRow id="remove-phone" onClick={remove}>
          {accountWords('phone_remove')}
        </LinkRow>
      )}
      {fault && <FaultText id="phone-card-fault">{fault}</FaultText>}
    </Card>
  )
}
