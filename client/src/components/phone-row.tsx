import { Text, View } from '@tarojs/components'
import type { EncryptedPayload } from '@trailpass/shared'
import { useState } from 'react'
import { t } from '../messages'
import { FaultText } from './fault-text'
import { Icon } from './icon'
import styles from './phone-row.module.css'
import { Pressable } from './pressable'

interface PhoneRowProps {
  /** What is known of the number, or what to do about it. */
  state: string
  filled: boolean
  onFill: (code: string) => void
  /** What an early WeChat gives in the place of a code. */
  onSealed?: (payload: EncryptedPayload) => void
  /** What to say when there is no number: the person said no, or WeChat cannot give one. */
  words: (fault: 'phone.refused' | 'phone.unavailable') => string
}

/** WeChat's own phone button. Refusing it, or WeChat's quota being used up, leaves everything as it was. */
export function PhoneRow({ state, filled, onFill, onSealed, words }: PhoneRowProps) {
  const [fault, setFault] = useState<'phone.refused' | 'phone.unavailable' | null>(null)

  return (
    <View className={styles.phone}>
      <Pressable
        id="phone"
        className={styles.row}
        openType="getPhoneNumber"
        onGetPhoneNumber={({ detail }) => {
          // 1400001: the number of phone look-ups that were paid for is used up.
          const quotaUsedUp = 'errno' in detail && detail.errno === 1400001
          const { code, encryptedData, iv } = detail
          const sealed = onSealed && encryptedData && iv ? { encryptedData, iv } : null
          // Sealed for nobody here: the person did not say no.
          const isUnavailable = quotaUsedUp || Boolean(encryptedData)
          setFault(code || sealed ? null : isUnavailable ? 'phone.unavailable' : 'phone.refused')
          if (code) onFill(code)
          else if (sealed) onSealed?.(sealed)
        }}
      >
        <Text className={styles.label}>{t('registration.phone')}</Text>
        <Text className={styles.state}>{state}</Text>
        <Icon name={filled ? 'check' : 'chevron'} />
      </Pressable>
      {fault && <FaultText id="phone-fault">{words(fault)}</FaultText>}
    </View>
  )
}
