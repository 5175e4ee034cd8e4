import { Text, View } from '@tarojs/components'
import type { EncryptedPayload } from '@trailpass/shared'
import { useState } from 'react'
import { t } from '../messages'
import { FaultText } from './fault-text'
import { Icon } from './icon'
import styles from './phone-row.module.css'
import { Pressable } from './pressable'

interface PhoneRowProps {
  /** The masked number, or a hint. */
  state: string
  filled: boolean
  onFill: (code: string) => void
  /** What an early WeChat supplies instead of a code. */
  onSealed?: (payload: EncryptedPayload) => void
  /** The message without a number: the person declined, or WeChat cannot supply one. */
  words: (fault: 'phone.refused' | 'phone.unavailable') => string
}

/** WeChat's phone button. If the person declines, or WeChat's quota is exhausted, nothing changes. */
export function PhoneRow({ state, filled, onFill, onSealed, words }: PhoneRowProps) {
  const [fault, setFault] = useState<'phone.refused' | 'phone.unavailable' | null>(null)

  return (
    <View className={styles.phone}>
      <Pressable
        id="phone"
        className={styles.row}
        openType="getPhoneNumber"
        onGetPhoneNumber={({ detail }) => {
          // 1400001: the paid quota of phone numbers is used up.
          const quotaUsedUp = 'errno' in detail && detail.errno === 1400001
          const { code, encryptedData, iv } = detail
          const sealed = onSealed && encryptedData && iv ? { encryptedData, iv } : null
          // Encrypted without a usable key: the person did not decline.
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
