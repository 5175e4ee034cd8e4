import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { FaultText } from '../../components/fault-text'
import { Icon } from '../../components/icon'
import { Pressable } from '../../components/pressable'
import { t, wordsFor } from '../../messages'
import styles from './phone-row.module.css'

interface PhoneRowProps {
  filled: boolean
  onFill: (code: string) => void
}

/** WeChat's own phone button. Refusing it, or WeChat's quota being used up, leaves registration as it was. */
export function PhoneRow({ filled, onFill }: PhoneRowProps) {
  const [fault, setFault] = useState<string | null>(null)

  return (
    <View className={styles.phone}>
      <Pressable
        id="phone"
        className={styles.row}
        openType="getPhoneNumber"
        onGetPhoneNumber={({ detail }) => {
          // 1400001: the number of phone look-ups that were paid for is used up.
          const quotaUsedUp = 'errno' in detail && detail.errno === 1400001
          setFault(detail.code ? null : quotaUsedUp ? 'phone.unavailable' : 'phone.refused')
          if (detail.code) onFill(detail.code)
        }}
      >
        <Text className={styles.label}>{t('registration.phone')}</Text>
        <Text className={styles.state}>{t(filled ? 'registration.phone_filled' : 'registration.phone_hint')}</Text>
        <Icon name={filled ? 'check' : 'chevron'} />
      </Pressable>
      {fault && <FaultText id="phone-fault">{wordsFor(fault)}</FaultText>}
    </View>
  )
}
