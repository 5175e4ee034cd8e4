import { View } from '@tarojs/components'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { locale } from '../lib/locale'
import { tell } from '../platform/dialogue'
import { openAgreement } from '../platform/navigation'
import { privacy } from '../platform/privacy'
import type { PrivacyGate } from '../platform/privacy/types'
import { privacyUses } from '../platform/privacy/uses'
import { Button } from './button'
import { ListRow } from './list-row'
import styles from './privacy-sheet.module.css'
import { privacyWords } from './privacy-words'
import { Sheet } from './sheet'
import { TextLink } from './text-link'

const agreeId = 'agree-privacy'

/** Asks for consent on the current page before WeChat supplies personal data for the first time. */
export function PrivacySheet() {
  return privacy ? <Question gate={privacy} /> : null
}

function Question({ gate }: { gate: PrivacyGate }) {
  const isAsking = useSyncExternalStore(gate.subscribe, gate.isAsking)
  const [isShown, setShown] = useState(true)
  const isOnTop = useRef(true)
  const show = (shown: boolean) => {
    isOnTop.current = shown
    setShown(shown)
  }
  useDidShow(() => show(true))
  useDidHide(() => show(false))
  // Navigating back counts as declining.
  useEffect(() => () => void (isOnTop.current && gate.refuse()), [gate])

  const refuse = () => {
    gate.refuse()
    tell(privacyWords('refused'))
  }
  const read = async () => {
    if (!(await gate.openContract())) openAgreement('privacy-policy')
  }

  if (!isAsking || !isShown) return null
  return (
    <Sheet id="privacy" title={privacyWords('title')} onClose={refuse}>
      <View className={styles.text}>{privacyWords('text')}</View>
      {Object.values(privacyUses[locale()]).map(([what, purpose]) => (
        <ListRow key={what} note={purpose}>
          {what}
        </ListRow>
      ))}
      <TextLink id="read-privacy" onClick={read}>
        {privacyWords('contract')}
      </TextLink>
      <View className={styles.actions}>
        <Button
          id={agreeId}
          wide
          openType="agreePrivacyAuthorization"
          onAgreePrivacyAuthorization={() => gate.agree(agreeId)}
        >
          {privacyWords('agree')}
        </Button>
        <Button id="refuse-privacy" wide tone="quiet" onClick={refuse}>
          {privacyWords('refuse')}
        </Button>
      </View>
    </Sheet>
  )
}
