import { View } from '@tarojs/components'
import { useState } from 'react'
import { NetworkError } from '../../api/api-error'
import { getServices } from '../../bootstrap'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { FaultText } from '../../components/fault-text'
import { Heading } from '../../components/heading'
import { HoldButton } from '../../components/hold-button'
import { LinkRow } from '../../components/link-row'
import { t } from '../../messages'
import { ask } from '../../platform/dialogue'
import styles from './erase-account.module.css'
import { accountCalls, useAttempt } from './use-account'
import { WhatGoes } from './what-goes'
import { accountWords } from './words'

interface EraseAccountProps {
  onExport: () => void
  onDone: () => void
}

export function EraseAccount({ onExport, onDone }: EraseAccountProps) {
  const [outcome, setOutcome] = useState<'erased' | 'erase_unknown' | null>(null)
  const { busy, fault, attempt } = useAttempt()

  const erase = () =>
    attempt(() =>
      // No automatic sign-in meanwhile or afterwards: it would create a new account unasked.
      getServices().signOutAfter(async () => {
        try {
          await accountCalls().erase()
          setOutcome('erased')
        } catch (error) {
          // The account may be deleted although the response was lost.
          if (!(error instanceof NetworkError)) throw error
          setOutcome('erase_unknown')
        }
      }),
    )
  const press = async () => {
    const agreed = await ask({
      title: accountWords('erase_title'),
      text: accountWords('confirm_text'),
      yes: accountWords('erase_confirm'),
      no: t('dialogue.no'),
    })
    if (agreed) await erase()
  }

  if (outcome !== null) {
    return (
      <Card id={outcome}>
        <View className={styles.done}>
          <Heading level={1} className={styles.title}>
            {accountWords(outcome)}
          </Heading>
          <View className={styles.text}>{accountWords(`${outcome}_text`)}</View>
          <Button id="erased-home" wide onClick={onDone}>
            {t('home.back')}
          </Button>
        </View>
      </Card>
    )
  }
  return (
    <>
      <WhatGoes
        text={accountWords('erase_text')}
        things={[accountWords('gone_profile'), accountWords('gone_rides'), accountWords('erase_account')]}
        stays={accountWords('erase_kept')}
      />
      <Card>
        <LinkRow id="export-first" onClick={onExport}>
          {accountWords('erase_export')}
        </LinkRow>
      </Card>
      {fault && <FaultText id="erase-fault">{fault}</FaultText>}
      <HoldButton id="erase" busy={busy} onHeld={() => void erase()} onTap={() => void press()}>
        {accountWords('erase_hold')}
      </HoldButton>
    </>
  )
}
