import { View } from '@tarojs/components'
import { findNicknameFault, limits, type NicknameFault } from '@trailpass/shared'
import { useEffect, useState } from 'react'
import { moveFocus } from '../../components/aria'
import { Button } from '../../components/button'
import { FaultText } from '../../components/fault-text'
import { Field } from '../../components/field'
import { Form } from '../../components/form'
import { AgreementCheck } from '../../features/registration/agreement-check'
import { useRegistration } from '../../features/registration/use-registration'
import { useTermsTick } from '../../features/registration/use-terms-tick'
import { t, wordsFor } from '../../messages'
import { tell } from '../../platform/dialogue'
import { drafts } from '../../platform/drafts'
import type { WebArrival } from '../../platform/web-ticket'
import styles from './index.module.css'
import { useWebRegistration } from './use-web-registration'

const nicknameDraft = 'web-registration.nickname'

/** Nickname and terms: the phone button and the avatar picker are the mini program's. */
export function WebRegistrationForm({ entry, termsTicked }: Omit<WebArrival, 'ticket'>) {
  const agreements = useRegistration((state) => state.agreements)
  const termsFault = useRegistration((state) => state.fault)
  const loadAgreements = useRegistration((state) => state.loadAgreements)
  const submitting = useWebRegistration((state) => state.submitting)
  const fault = useWebRegistration((state) => state.fault)
  const register = useWebRegistration((state) => state.submit)
  const [nicknameFault, setNicknameFault] = useState<NicknameFault>()
  const [ticked, setTicked] = useTermsTick(termsTicked)
  const [nudged, setNudged] = useState(false)

  useEffect(() => {
    void loadAgreements()
  }, [loadAgreements])

  // The texts changed while the form was open: the person must see the current ones.
  useEffect(() => {
    if (fault !== 'registration.agreement_required') return
    setTicked(false)
    void loadAgreements()
  }, [fault, setTicked, loadAgreements])

  const submit = async (nickname: string) => {
    const found = findNicknameFault(nickname)
    setNicknameFault(found)
    if (!ticked) {
      setNudged(true)
      tell(t('registration.tick_first'))
      moveFocus('agree')
    } else if (!found && agreements !== null) {
      const registered = await register({ nickname, agreements, entry })
      if (registered) drafts.remove(nicknameDraft)
    }
  }

  const shownFault = fault ?? (agreements === null ? termsFault : null)
  return (
    <Form id="web-registration-form" onSubmit={({ nickname = '' }) => void submit(nickname)}>
      <Field
        id="nickname"
        label={t('registration.nickname')}
        placeholder={t('nickname.placeholder')}
        draft={nicknameDraft}
        error={nicknameFault ? t(`nickname.${nicknameFault}`, { limit: limits.nicknameLength }) : null}
      />
      <AgreementCheck checked={ticked} nudged={nudged} onChange={setTicked} onNudged={() => setNudged(false)} />
      {shownFault && <FaultText id="registration-fault">{wordsFor(shownFault)}</FaultText>}
      <View className={styles.send}>
        {agreements === null && termsFault !== null ? (
          <Button id="retry-agreements" wide onClick={() => void loadAgreements()}>
            {t('banner.retry')}
          </Button>
        ) : (
          <Button id="submit-registration" wide formType="submit" busy={submitting} disabled={agreements === null}>
            {t('registration.submit')}
          </Button>
        )}
      </View>
    </Form>
  )
}
