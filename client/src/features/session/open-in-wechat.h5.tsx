import { Text, View } from '@tarojs/components'
import { useMemo } from 'react'
import { renderSVG } from 'uqr'
import { Card } from '../../components/card'
import { t } from '../../messages'
import styles from './open-in-wechat.module.css'
import { useSession } from './use-session'

/** The address as a QR code, where WeChat cannot be asked who somebody is. */
export function OpenInWechat() {
  return useSession((state) => state.fault === 'login.outside_wechat') ? <AddressCode /> : null
}

function AddressCode() {
  const source = useMemo(() => `data:image/svg+xml,${encodeURIComponent(renderSVG(window.location.href))}`, [])
  return (
    <Card title={t('outside_wechat.title')}>
      <View className={styles.row}>
        <img className={styles.code} src={source} alt={t('outside_wechat.code')} />
        <Text className={styles.words}>{t('outside_wechat.text')}</Text>
      </View>
    </Card>
  )
}
