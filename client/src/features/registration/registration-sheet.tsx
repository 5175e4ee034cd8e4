import { View } from '@tarojs/components'
import { findNicknameFault, limits, type NicknameFault } from '@trailpass/shared'
import { useEffect, useState } from 'react'
import { getServices } from '../../bootstrap'
import { moveFocus } from '../../components/aria'
import { AvatarPicker } from '../../components/avatar-picker'
import { Button } from '../../components/button'
import { FaultText } from '../../components/fault-text'
import { Field } from '../../components/field'
import { Form } from '../../components/form'
import { PhoneRow } from '../../components/phone-row'
import { Sheet } from '../../components/sheet'
import { t, wordsFor } from '../../messages'
import { ask, tell } from '../../platform/dialogue'
import { drafts } from '../../platform/drafts'
import { AgreementCheck } from './agreement-check'
import styles from './registration-sheet.module.css'
import { useRegistration } from './use-registration'
import { useTermsTick } from './use-terms-tick'

const nicknameDraft = 'registration.nickname'

interface RegistrationSheetProps {
  /** The terms were accepted before. */
  termsTicked?: boolean
  onClose: () => void
}

/** The registration form, over the current page. Nothing is sent before the terms are accepted. */
export function RegistrationSheet({ termsTicked = false, onClose }: RegistrationSheetProps) {
  const status = useRegistration((state) => state.status)
  const fault = useRegistration((state) => state.fault)
  const submitting = useRegistration((state) => state.submitting)
  const loaded = useRegistration((state) => state.agreements !== null)
  const loadAgreements = useRegistration((state) => state.loadAgreements)
  const register = useRegistration((state) => state.submit)
  const [avatarPath, setAvatarPath] = useState<string | null>(null)
  const [avatarFault, setAvatarFault] = useState<string | null>(null)
  const [nicknameFault, setNicknameFault] = useState<NicknameFault>()
  const [phoneCode, setPhoneCode] = useState<string>()
  const [ticked, setTicked] = useTermsTick(termsTicked)
  const [nudged, setNudged] = useState(false)

  // Reloads the terms, even if an earlier sheet has loaded them.
  useEffect(() => {
    void loadAgreements()
  }, [loadAgreements])

  const askForTick = () => {
    setNudged(true)
    tell(t('registration.tick_first'))
    moveFocus('agree')
  }

  const submit = async (nickname: string) => {
    const found = findNicknameFault(nickname)
    setNicknameFault(found)
    if (!ticked) return askForTick()
    if (found) return

    const registered = await register({ nickname, avatarPath, ...(phoneCode !== undefined && { phoneCode }) })
    const { fault } = getServices().registration.getState()
    if (registered) {
      drafts.remove(nicknameDraft)
      onClose()
      if (fault) void ask({ title: t('registration.done'), text: wordsFor(fault), yes: t('scan.dismiss') })
      else tell(t('registration.done'), 'done')
    } else if (fault === 'registration.agreement_required') {
      setTicked(false)
      tell(wordsFor(fault))
      await loadAgreements()
    }
  }

  /** Closing cannot cancel a request in flight, so the sheet stays open until it has finished. */
  const close = () => {
    if (!submitting) onClose()
  }

  const shownFault = avatarFault ?? fault
  return (
    <Sheet id="registration" title={t('registration.title')} onClose={close}>
      <Form id="registration-form" onSubmit={({ nickname = '' }) => void submit(nickname)}>
        <AvatarPicker
          id="avatar"
          label={t('registration.avatar')}
          url={avatarPath}
          name={null}
          onPick={(path) => {
            setAvatarPath(path)
            setAvatarFault(null)
          }}
          onFault={setAvatarFault}
        />
        <View className={styles.hint}>{t('registration.avatar_hint')}</View>
        <Field
          id="nickname"
          label={t('registration.nickname')}
          placeholder={t('nickname.placeholder')}
          draft={nicknameDraft}
          error={nicknameFault ? t(`nickname.${nicknameFault}`, { limit: limits.nicknameLength }) : null}
        />
        {process.env.TARO_ENV === 'weapp' && (
          <PhoneRow
            state={t(phoneCode === undefined ? 'registration.phone_hint' : 'registration.phone_filled')}
            filled={phoneCode !== undefined}
            onFill={setPhoneCode}
            words={wordsFor}
          />
        )}
        <AgreementCheck checked={ticked} nudged={nudged} onChange={setTicked} onNudged={() => setNudged(false)} />
        {shownFault && <FaultText id="registration-fault">{wordsFor(shownFault)}</FaultText>}
        <View className={styles.send}>
          {loaded || status !== 'error' ? (
            <Button id="submit-registration" wide formType="submit" busy={submitting} disabled={!loaded}>
              {t('registration.submit')}
            </Button>
          ) : (
            <Button id="retry-agreements" wide onClick={loadAgreements}>
              {t('banner.retry')}
            </Button>
          )}
          <Button id="cancel-registration" wide tone="quiet" disabled={submitting} onClick={close}>
            {t('registration.cancel')}
          </Button>
        </View>
      </Form>
    </Sheet>
  )
}
